import type { CapturedObservation, ClickType, PageType, Recipe } from '../../schemas/index.ts'

export interface UnderstandOptions {
  /** Page types of which only the type is kept. */
  excludedPageTypes: readonly PageType[]
  /** False: `context` stays empty. Names are still made. */
  pageContent: boolean
  /** The recipe that has read the page, if any. */
  recipe?: Recipe | null
}

/** An element as the dataset names it. */
export interface NamedElement {
  name: string
  click_type: ClickType
  role: string
  /** Scrubbed, at most 80 characters. */
  text: string
}

/** What a reading comes to. */
export interface Understanding {
  observation: CapturedObservation
  /** Only the type of this page is kept. */
  excluded: boolean
  /** Every control of the reading by its number, named. Empty where the page is excluded. */
  named: NamedElement[]
}
