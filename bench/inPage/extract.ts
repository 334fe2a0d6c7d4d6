import { observe } from '../../src/page/observe.ts'
import type { ObserveOptions, PageView } from '../../src/page/port.ts'
import { pagePrivacy } from '../../src/privacy/pagePrivacy.ts'
import { type Coverage, coverageOf } from './coverage.ts'

/** No page is left out, so that every one is measured whole. */
export const OPTIONS: ObserveOptions = { privacy: pagePrivacy, excludedPageTypes: [], pageContent: true }

let view: PageView | null = null

/** Looks at the whole page, between two marks. */
export function extract(): void {
  performance.mark('bench-extract')
  view = observe(document, OPTIONS)
  performance.mark('bench-extracted')
}

/** The context that the last `extract` wrote. */
export const context = (): string => view?.observation.context ?? ''

/** The page type that the last `extract` found. */
export const pageType = (): string => view?.observation.page_type ?? ''

/** What the last `extract` has named. */
export const coverage = (): Coverage | null => view && coverageOf(view)

export { productFacts } from './productFacts.ts'
