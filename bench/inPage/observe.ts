import type { CapturedObservation, PageReading } from '../../schemas/index.ts'
import type { NamedElement, UnderstandOptions } from '../../src/page/port.ts'
import { understand } from '../../src/page/understand.ts'
import { scrubReading } from '../../src/privacy/scrubReading.ts'
import type { PageView, ReadOptions } from '../../src/read/port.ts'
import { PageReader } from '../../src/read/readPage.ts'

export type ObserveOptions = ReadOptions & UnderstandOptions

/** A page read and understood. */
export interface ObservedPage {
  observation: CapturedObservation
  /** The nearest interactive element at or around `element` (through shadow roots), or null. */
  elementOf(element: Element): Element | null
  /** Its name; null where the page was excluded or the element is not in this view. */
  nameOf(element: Element): NamedElement | null
}

/** What the background makes of a view, by the options that it has. */
export function observed(view: PageView, options: UnderstandOptions): ObservedPage {
  const reading = scrubReading(JSON.parse(view.reading) as PageReading)
  const { observation, named } = understand(reading, options)
  return {
    observation,
    elementOf: (element) => view.elementOf(element),
    nameOf: (element) => named[view.numberOf(element) ?? -1] ?? null,
  }
}

/** Reads and understands a page in one place: for benches and tests, where there is no background. */
export const observe = (document: Document, options: ObserveOptions): ObservedPage =>
  observed(new PageReader(document, options).look(), options)
