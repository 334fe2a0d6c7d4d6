import type { Edit } from '../../schemas/index.ts'
import { editedLength } from './editedLength.ts'

/** Edits that mean nothing: they reach beyond the bases, or make a text longer than is allowed. */
export class EditsError extends Error {
  override name = 'EditsError'
}

/**
 * The text that the edits make of the bases, one after the other. Takes time in proportion to the text and the edits,
 * not to the bases.
 *
 * @throws EditsError before anything is put together.
 */
export function applyEdits(bases: readonly string[], edits: readonly Edit[], most: number): string {
  const total = bases.reduce((sum, base) => sum + base.length, 0)
  let end = 0
  for (const edit of edits) {
    if (typeof edit === 'string') continue
    const from = end + edit[0]
    end = from + edit[1]
    if (from < 0 || edit[1] < 0 || end > total) throw new EditsError('an edit reaches beyond its bases')
  }
  if (editedLength(edits) > most) throw new EditsError(`the edits make more than ${most} characters`)
  const take = takeFrom(bases)
  end = 0
  let text = ''
  for (const edit of edits) {
    if (typeof edit === 'string') text += edit
    else {
      const from = end + edit[0]
      end = from + edit[1]
      text += take(from, end)
    }
  }
  return text
}

/** Reads stretches of the texts as if they were one, without making one of them. */
function takeFrom(bases: readonly string[]): (from: number, to: number) => string {
  const starts: number[] = []
  let total = 0
  for (const base of bases) {
    starts.push(total)
    total += base.length
  }
  return (from, to) => {
    let text = ''
    for (const [index, base] of bases.entries()) {
      const start = starts[index] as number
      if (start >= to) break
      if (start + base.length > from) text += base.slice(Math.max(0, from - start), to - start)
    }
    return text
  }
}
