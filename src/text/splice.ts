import { commonEnd, commonStart } from './common.ts'

/** What makes one text another: at `at`, `cut` UTF-16 units make way for `put`. */
export interface Splice {
  at: number
  cut: number
  put: string
}

/** The one splice between two texts that puts in the least. */
export function spliceBetween(before: string, after: string): Splice {
  const at = commonStart(before, after)
  const end = commonEnd(before, after, at)
  return { at, cut: before.length - at - end, put: after.slice(at, after.length - end) }
}

/** Null where the text is too short to be the one that was meant. */
export const splice = (text: string, { at, cut, put }: Splice): string | null =>
  at + cut > text.length ? null : text.slice(0, at) + put + text.slice(at + cut)
