import { MAX_CONTEXT } from '../../schemas/index.ts'
import { EditsError } from './applyEdits.ts'
import { exchangeSigns } from './exchangeSigns.ts'
import { lastAtOrBefore } from './lastAtOrBefore.ts'
import { withNames, withoutNames } from './namesByText.ts'

/** Contexts shorter than this are nothing to take parts from. */
export const LEAST_BASE = 200

/** Puts contexts together in the order in which they were packed. */
export interface ContextUnpacker {
  /** @throws EditsError where the numbers mean nothing. */
  unpack(numbers: readonly number[]): string
}

/**
 * Units that the numbers make, with names left out.
 *
 * @throws EditsError where one of the lengths is none: before anything is made, for lengths may not make up for others.
 */
export const packedLength = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number, index) => {
    if (index % 3 === 1) return sum
    if (number < 0) throw new EditsError('a length is less than nothing')
    return sum + number
  }, 0)

/** `bases`: the contexts of the batch's `base_seqs`; `exchanged`: all that is new, as `packContexts` wrote it. */
export function unpackContexts(bases: readonly string[], exchanged: string): ContextUnpacker {
  const text = exchangeSigns(exchanged)
  const texts: string[] = []
  const starts: number[] = []
  let size = 0
  let read = 0
  let end = 0

  function add(context: string, short: string): void {
    if (context.length < LEAST_BASE) return
    texts.push(short)
    starts.push(size)
    size += short.length
  }
  for (const base of bases) add(base, withoutNames(base))

  function fresh(length: number): string {
    if (length < 0 || read + length > text.length) throw new EditsError('there is not so much text')
    read += length
    return text.slice(read - length, read)
  }
  function take(from: number, to: number): string {
    if (from < 0 || to < from || to > size) throw new EditsError('a part reaches beyond its bases')
    let taken = ''
    for (let index = lastAtOrBefore(starts, from); index < texts.length && (starts[index] as number) < to; index++) {
      const start = starts[index] as number
      taken += (texts[index] as string).slice(Math.max(0, from - start), to - start)
    }
    return taken
  }

  return {
    unpack(numbers) {
      if (numbers.length % 3 !== 1) throw new EditsError('a context ends too early')
      checkLength(packedLength(numbers))
      let short = ''
      for (let at = 0; at < numbers.length; at += 3) {
        short += fresh(numbers[at] as number)
        if (at + 1 === numbers.length) break
        const from = end + (numbers[at + 1] as number)
        end = from + (numbers[at + 2] as number)
        short += take(from, end)
      }
      const context = withNames(short)
      checkLength(context.length)
      add(context, short)
      return context
    },
  }
}

function checkLength(length: number): void {
  if (length > MAX_CONTEXT) throw new EditsError(`a context has more than ${MAX_CONTEXT} characters`)
}
