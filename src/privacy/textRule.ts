/** What a text holds, as bits: a rule is tried only where its own need is met. */
export const HAS_AT = 1
export const HAS_DIGIT = 2
/** Six digits at the least: the shortest identifier that is recognised by its digits alone. */
export const HAS_DIGITS = 4
/** Holds the cue of some rule. */
export const HAS_CUE = 8

/** Stands between two neighbouring pieces of a page's text. Only rules with a label look across it. */
export const BOUNDARY = '¶'

/**
 * One kind of personal text, and how it is recognised.
 *
 * `pattern` is global and bounded: it never looks at more than a few hundred characters from where it starts, so
 * that a text of n characters costs O(n). Its group `value`, or else the whole match, is blanked: it ends the match.
 */
export interface TextRule {
  /** What the blank says: `[id]`. */
  readonly id: string
  /** Bits of which the text must have one. */
  readonly needs: number
  /** Source of a case-insensitive pattern without which the rule cannot match; asked once for all rules together. */
  readonly cue?: string
  readonly pattern: RegExp
  /** How many characters of the value to blank; true for all, false or 0 for none. `start` is its place in `text`. */
  readonly accept?: (value: string, text: string, start: number) => number | boolean
}
