import type { CapturedObservation, PageReading } from '../../schemas/index.ts'
import type { PageView, ReadOptions } from '../read/port.ts'
import { PageReader } from '../read/readPage.ts'
import type { NamedElement, UnderstandOptions } from './port.ts'
import { understand } from './understand.ts'

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
  const { observation, named } = understand(JSON.parse(view.reading) as PageReading, options)
  return {
    observation,
    elementOf: (element) => view.elementOf(element),
    nameOf: (element) => named[view.numberOf(element) ?? -1] ?? null,
  }
}

/** Reads and understands a page in one place: for the command line, the benches and the tests, where there is no background. */
export const observe = (document: Document, options: ObserveOptions): ObservedPage =>
  observed(new PageReader(document, options).look(), options)
