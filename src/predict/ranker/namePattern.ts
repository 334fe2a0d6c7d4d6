/** A name taken apart, without what differs from one product to the next. */
export interface NamePattern {
  /** First region. */
  region: string
  /** Last part, trailing numbers dropped: `review_12` and `review_3` are both `review`. */
  leaf: string
  /** Region and leaf: the same control in every card of a list. */
  pattern: string
  /** All but the last part: what stands around the element, such as its product's card. */
  group: string
}

export function namePattern(name: string): NamePattern {
  const first = name.indexOf('.')
  const last = name.lastIndexOf('.')
  const region = first < 0 ? '' : name.slice(0, first)
  const leaf = name.slice(last + 1).replace(/[_-]?\d+$/, '') || name.slice(last + 1)
  return { region, leaf, pattern: `${region}>${leaf}`, group: last < 0 ? '' : name.slice(0, last) }
}
