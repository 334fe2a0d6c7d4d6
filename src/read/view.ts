import type { Understood } from '../../schemas/index.ts'
import { outerOf, tagOf } from './dom.ts'
import type { PageView } from './port.ts'

/** Elements that the background said search, of any view: a view that is newer than its answer knows them too. */
const searching = new WeakSet<Element>()

/** A page looked at, which a later look at the same content may bring up to date. */
export class View implements PageView {
  readonly reading: string
  #numbers: WeakMap<Element, number>
  /** The elements of each control, until the background has told about them. */
  #elements: readonly Element[][]
  #understood: Understood | null = null

  constructor(reading: string, elements: readonly Element[][], numbers: WeakMap<Element, number>) {
    this.reading = reading
    this.#elements = elements
    this.#numbers = numbers
  }

  get understood(): Understood | null {
    return this.#understood
  }

  understand(answer: Understood): void {
    this.#understood = answer
    for (const number of answer.searches) {
      for (const element of this.#elements[number] ?? []) searching.add(element)
    }
    this.#elements = []
  }

  searches(element: Element): boolean | null {
    if (this.#understood) return this.#understood.searches.includes(this.numberOf(element) ?? -1)
    return searching.has(element) || null
  }

  /** Takes over the elements of a later view of the same content; false where the content differs. */
  adopt(next: View): boolean {
    if (this.reading !== next.reading) return false
    this.#numbers = next.#numbers
    if (!this.#understood) this.#elements = next.#elements
    return true
  }

  elementOf(element: Element): Element | null {
    for (let at: Element | null = element; at; at = outerOf(at)) {
      if (this.#numbers.has(at)) return at
      const field = tagOf(at) === 'label' ? (at as HTMLLabelElement).control : null
      if (field && this.#numbers.has(field)) return field
    }
    return null
  }

  numberOf(element: Element): number | null {
    return this.#numbers.get(element) ?? null
  }
}
