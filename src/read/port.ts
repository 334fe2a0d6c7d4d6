import type { Recipe, Understood } from '../../schemas/index.ts'

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

/** The privacy room as the page sees it; the entrypoint joins the two. Pure functions, safe on any input. */
export interface PagePrivacy {
  scrubText(text: string): string
  scrubUrl(url: string): string
  /** True where the field's value must never be read. */
  isSensitiveField(field: FieldDescription): boolean
}

export interface ReadOptions {
  privacy: PagePrivacy
  /** Data about this shop; what its selectors find goes with the reading. */
  recipe?: Recipe | null
  /** The address to report, where it is not `document.location` (a single-page navigation under way, a saved page). */
  url?: string
}

/** A page, looked at once. Keeps the elements that its reading counts, and writes nothing into the page. */
export interface PageView {
  /** A `PageReading`, as JSON. */
  readonly reading: string
  /** Null until the background has told, by `understand`. */
  readonly understood: Understood | null
  understand(answer: Understood): void
  /** Whether the control that `element` is searches, by this view or by an earlier one; null where nobody has told yet. */
  searches(element: Element): boolean | null
  /** The nearest interactive element at or around `element` (through shadow roots), or null. */
  elementOf(element: Element): Element | null
  /** The number of its control in the reading; null where the element is in no control of this view. */
  numberOf(element: Element): number | null
}
