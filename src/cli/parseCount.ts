import { InvalidArgumentError } from 'commander'

/** A positive whole number from the command line. */
export function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('must be a whole number from 1.')
  return count
}
