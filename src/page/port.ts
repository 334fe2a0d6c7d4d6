import type { CapturedObservation, ClickType, PageType, Recipe } from '../../schemas/index.ts'

/** What a field looks like to a person and to a browser's autofill: all that a privacy rule may need to judge it. */
export interface FieldDescription {
  tag: string
  type: string
  autocomplete: string
  /** `name` attribute. */
  name: string
  id: string
  /** Label, aria-label, placeholder and title, joined by spaces. */
  label: string
  /** What stands before it or describes it: a label where it has no other. */
  nearby: string
  inputmode: string
  contenteditable: boolean
}

/** The privacy room as the page room sees it; the entrypoint joins the two. Pure functions, safe on any input. */
export interface PagePrivacy {
  scrubText(text: string): string
  scrubUrl(url: string): string
  /** True where the field's value must never be read. */
  isSensitiveField(field: FieldDescription): boolean
}

export interface ObserveOptions {
  privacy: PagePrivacy
  /** Page types of which only the type is kept. */
  excludedPageTypes: readonly PageType[]
  /** False: `context` stays empty. Names are still made. */
  pageContent: boolean
  /** Data about this shop, which refines the generic way where it matches. */
  recipe?: Recipe | null
  /** The address to report, where it is not `document.location` (a single-page navigation under way, a saved page). */
  url?: string
}

/** An element as the dataset names it. */
export interface NamedElement {
  name: string
  click_type: ClickType
  role: string
  /** Scrubbed, at most 80 characters. */
  text: string
}

/** A page, looked at once. Holds its names in a WeakMap, writes nothing into the page. */
export interface PageView {
  observation: CapturedObservation
  /** The nearest interactive element at or around `element` (through shadow roots), or null. */
  elementOf(element: Element): Element | null
  /** Its name; null where the page was excluded or the element is not in this view. */
  nameOf(element: Element): NamedElement | null
}
