import { exchangeSigns } from './exchangeSigns.ts'
import { makeDictionary, type Piece } from './makeDictionary.ts'
import { withoutNames } from './namesByText.ts'
import type { Base } from './packItems.ts'
import { LEAST_BASE } from './unpackContexts.ts'

/** Writes the contexts of one batch, one after the other, as parts of bases and of contexts before them. */
export interface ContextPacker {
  /** Lengths in turn: new text, how far after the last part taken the next begins, how long that is; last, new text. */
  pack(context: string): number[]
  /** Everything that is new, and which bases are needed. To be called last: it makes the numbers right for these bases. */
  finish(): { text: string; base_seqs: number[] }
}

export function packContexts(bases: readonly Base[]): ContextPacker {
  const dictionary = makeDictionary()
  const starts: { seq: number; start: number; length: number }[] = []
  let size = 0
  for (const { seq, context } of bases) {
    if (context.length < LEAST_BASE) continue
    const short = withoutNames(context)
    starts.push({ seq, start: size, length: short.length })
    dictionary.add(short)
    size += short.length
  }
  const total = size
  const texts: string[] = []
  /** What `pack` answered, with places in all bases until it is known which are needed. */
  const packed: { numbers: number[]; pieces: (string | Piece)[] }[] = []

  return {
    pack(context) {
      const short = withoutNames(context)
      const pieces = dictionary.pieces(short)
      if (context.length >= LEAST_BASE) dictionary.add(short, true)
      const numbers: number[] = []
      packed.push({ numbers, pieces })
      for (const piece of pieces) if (typeof piece === 'string') texts.push(piece)
      return numbers
    },
    finish() {
      const taken = packed.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string'))
      const needed = starts.filter(({ start, length }) =>
        taken.some((piece) => piece.from < start + length && piece.from + piece.length > start),
      )
      /** The place among the bases that are needed. */
      const moved = (from: number): number => {
        let left = 0
        for (const base of starts) {
          if (base.start > from) break
          if (!needed.includes(base)) left += base.length
        }
        return from - left
      }
      const leftOut = starts.reduce((sum, base) => sum + (needed.includes(base) ? 0 : base.length), 0)
      let end = 0
      for (const { numbers, pieces } of packed) {
        let fresh = 0
        for (const piece of pieces) {
          if (typeof piece === 'string') fresh += piece.length
          else {
            const from = piece.from >= total ? piece.from - leftOut : moved(piece.from)
            numbers.push(fresh, from - end, piece.length)
            end = from + piece.length
            fresh = 0
          }
        }
        numbers.push(fresh)
      }
      return { text: exchangeSigns(texts.join('')), base_seqs: needed.map(({ seq }) => seq) }
    },
  }
}
