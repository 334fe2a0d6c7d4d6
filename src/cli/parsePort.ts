import { InvalidArgumentError } from 'commander'

/** A TCP port from the command line. */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('must be a port from 1 to 65535.')
  return port
}
