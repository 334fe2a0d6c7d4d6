import type { CapturedObservation } from '../../schemas/index.ts'
import { outerOf, tagOf } from './dom.ts'
import type { NamedElement, PageView } from './port.ts'

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))

/** A page looked at, which a later look at the same content may bring up to date. */
export class View implements PageView {
  readonly observation: CapturedObservation
  #named: WeakMap<Element, NamedElement>
  #excluded: boolean

  constructor(observation: CapturedObservation, named: WeakMap<Element, NamedElement>, excluded: boolean) {
    this.observation = observation
    this.#named = named
    this.#excluded = excluded
  }

  /** Takes over the names of a later view of the same content; false where the content differs. */
  adopt(next: View): boolean {
    const { observation } = next
    const fields = Object.keys(observation) as (keyof CapturedObservation)[]
    if (fields.some((field) => !isSame(this.observation[field], observation[field]))) return false
    this.#named = next.#named
    this.#excluded = next.#excluded
    return true
  }

  elementOf(element: Element): Element | null {
    for (let at: Element | null = element; at; at = outerOf(at)) {
      if (this.#named.has(at)) return at
      const field = tagOf(at) === 'label' ? (at as HTMLLabelElement).control : null
      if (field && this.#named.has(field)) return field
    }
    return null
  }

  nameOf(element: Element): NamedElement | null {
    return this.#excluded ? null : (this.#named.get(element) ?? null)
  }
}
