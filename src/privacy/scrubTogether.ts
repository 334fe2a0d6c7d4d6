import type { Span } from './makeSpanFinder.ts'
import { BOUNDARY } from './textRule.ts'

export interface TextScrubbers {
  findSpans(text: string): Span[]
  /** Texts on their own, after `findSpans`: the participant's words. */
  scrubWords(text: string): string
}

/**
 * Scrubs pieces of a page in place, in page order, so that a label in one ("Deliver to", "Order number") tells what the next
 * one holds; until there is nothing left to find.
 */
export function scrubTogether(texts: { text: string }[], { findSpans, scrubWords }: TextScrubbers): void {
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    const spans = findSpans(texts.map((piece) => piece.text.replaceAll('\n', BOUNDARY)).join(BOUNDARY))
    let at = 0
    let next = 0
    for (const piece of texts) {
      const length = piece.text.length
      let text = ''
      let done = 0
      for (let span = spans[next]; span && span.from < at + length; span = spans[++next]) {
        const from = Math.max(span.from - at, done)
        const to = Math.min(span.to - at, length)
        if (to > from) text += `${piece.text.slice(done, from)}[${span.id}]`
        done = Math.max(done, to)
        if (span.to > at + length) break
      }
      text = scrubWords(text + piece.text.slice(done))
      isChanged ||= text !== piece.text
      piece.text = text
      at += length + BOUNDARY.length
    }
  }
}
