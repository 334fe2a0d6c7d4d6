import { pagePrivacy } from '../../src/privacy/pagePrivacy.ts'
import type { PageView } from '../../src/read/port.ts'
import { PageReader } from '../../src/read/readPage.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type ObservedPage, type ObserveOptions, observed } from './observe.ts'

/** No page is left out, so that every one is measured whole. */
export const OPTIONS: ObserveOptions = { privacy: pagePrivacy, excludedPageTypes: [], pageContent: true }

let view: PageView | null = null
let page: ObservedPage | null = null

/** Looks at the whole page as the content script does, between two marks. */
export function extract(): void {
  performance.mark('bench-extract')
  view = new PageReader(document, OPTIONS).look()
  performance.mark('bench-extracted')
}

/** Makes of the last look what the background makes of it, between two marks. */
export function understandIt(): void {
  if (!view) return
  performance.mark('bench-understand')
  page = observed(view, OPTIONS)
  performance.mark('bench-understood')
}

/** The context that the last `extract` wrote. */
export const context = (): string => page?.observation.context ?? ''

/** The page type that the last `extract` found. */
export const pageType = (): string => page?.observation.page_type ?? ''

/** What the last `extract` has named. */
export const coverage = (): Coverage | null => page && coverageOf(page)

export { productFacts } from './productFacts.ts'
