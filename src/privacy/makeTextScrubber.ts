import type { Span } from './makeSpanFinder.ts'

/** Puts `[id]` in place of each span; spans are in order and do not overlap. */
function replaceSpans(text: string, spans: readonly Span[]): string {
  let result = ''
  let end = 0
  for (const { from, to, id } of spans) {
    result += `${text.slice(end, from)}[${id}]`
    end = to
  }
  return result + text.slice(end)
}

/**
 * Makes the function that puts a blank in place of each personal value that `findSpans` finds, and then of each of the
 * participant's own words.
 *
 * It repeats until nothing is found, so that scrubbing twice is scrubbing once. This ends, since no rule matches a
 * blank's brackets and every pass leaves less outside of blanks.
 */
export function makeTextScrubber(
  findSpans: (text: string) => Span[],
  scrubWords?: (text: string) => string,
): (text: string) => string {
  return (text) => {
    for (let current = text; ; ) {
      const spans = findSpans(current)
      const next = spans.length > 0 ? replaceSpans(current, spans) : (scrubWords?.(current) ?? current)
      if (next === current) return current
      current = next
    }
  }
}
