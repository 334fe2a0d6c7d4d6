import { foldText } from './foldText.ts'
import { HAS_CUE, HAS_DIGIT, type TextRule } from './textRule.ts'

/** A stretch of a text that a rule blanks: `[from, to)` in UTF-16 units. */
export interface Span {
  from: number
  to: number
  id: string
}

interface Found extends Span {
  rank: number
  length: number
}

/** Joins overlapping stretches, so that one value is one blank; it bears the name of the longest, then of the first rule. */
function joinOverlaps(found: Found[]): Found[] {
  found.sort((a, b) => a.from - b.from || b.to - a.to || a.rank - b.rank)
  const joined: Found[] = []
  for (const span of found) {
    const last = joined[joined.length - 1]
    if (!last || span.from >= last.to) {
      joined.push(span)
      continue
    }
    last.to = Math.max(last.to, span.to)
    if (span.length > last.length || (span.length === last.length && span.rank < last.rank)) {
      last.id = span.id
      last.rank = span.rank
      last.length = span.length
    }
  }
  return joined
}

/** One pattern for the cues of several rules; without any it matches nothing. */
const joinCues = (rules: readonly TextRule[]): RegExp =>
  new RegExp(rules.flatMap((rule) => rule.cue ?? []).join('|') || '(?!)', 'i')

/**
 * Makes the function that finds what `rules` blank in a text: stretches in order, without overlap.
 *
 * A text with no digit, no `@` and no cue costs one pass over its characters and one pattern.
 */
export function makeSpanFinder(rules: readonly TextRule[]): (text: string) => Span[] {
  const wordCue = joinCues(rules.filter((rule) => rule.needs & HAS_CUE))
  const digitCue = joinCues(rules.filter((rule) => !(rule.needs & HAS_CUE)))
  const ranked = rules.map((rule, rank) => ({ ...rule, rank, ownCue: rule.cue ? new RegExp(rule.cue, 'i') : null }))
  return (text) => {
    const { plain, holds, places } = foldText(text)
    const hasWord = wordCue.test(plain)
    if (holds === 0 && !hasWord) return []
    const bits = hasWord ? holds | HAS_CUE : holds
    const hasCue = hasWord || (holds & HAS_DIGIT && digitCue.test(plain))
    const found: Found[] = []
    for (const { id, rank, needs, ownCue, pattern, accept } of ranked) {
      if ((needs & bits) === 0 || (ownCue && !(hasCue && ownCue.test(plain)))) continue
      pattern.lastIndex = 0
      for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
        const value = match.groups?.value ?? match[0]
        const from = match.index + match[0].length - value.length
        const accepted = accept ? accept(value, plain, from) : true
        const length = accepted === true ? value.length : Number(accepted)
        if (length > 0) found.push({ from, to: from + length, id, rank, length })
        pattern.lastIndex = length > 0 ? from + length : match.index + 1
      }
    }
    const spans = joinOverlaps(found)
    return places
      ? spans.map(({ from, to, id }) => ({ from: places[from] ?? 0, to: (places[to - 1] ?? 0) + 1, id }))
      : spans
  }
}
