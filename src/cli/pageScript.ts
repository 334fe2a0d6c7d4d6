/** What `shoptrace page` runs inside of the page, in a world of its own: the recorder's eyes, and a stopwatch. */
import type { PageType, Recipe } from '../../schemas/index.ts'
import { Observer } from '../page/observe.ts'
import type { NamedElement } from '../page/port.ts'
import { pagePrivacy } from '../privacy/pagePrivacy.ts'

export interface SeenElement extends NamedElement {
  tag: string
  /** Where it is on the page, CSS pixels from the top left of the document. */
  box: { x: number; y: number; width: number; height: number }
}

const ROUNDS = 5

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The cheapest look at a page that there is: every visible element asked whether it is visible. */
function walk(element: Element): void {
  for (const child of element.children) if (child.checkVisibility()) walk(child)
}

/** Looks at the page this runs in. */
export function look(excludedPageTypes: PageType[], recipe: Recipe | null = null, url?: string) {
  const options = { privacy: pagePrivacy, excludedPageTypes, pageContent: true, recipe, ...(url ? { url } : {}) }
  const observer = new Observer(document, options)
  const start = performance.now()
  const view = observer.look()
  const first = performance.now() - start
  const again = new Observer(document, options).look()
  const elements: SeenElement[] = []
  for (const element of document.querySelectorAll('*')) {
    const named = view.nameOf(element)
    if (!named) continue
    const { x, y, width, height } = element.getBoundingClientRect()
    const box = {
      x: Math.round(x + scrollX),
      y: Math.round(y + scrollY),
      width: Math.round(width),
      height: Math.round(height),
    }
    elements.push({ ...named, tag: element.localName, box })
  }
  const rounds = Array.from({ length: ROUNDS }, () => [
    time(() => walk(document.documentElement)),
    time(() => new Observer(document, options).look()),
  ])
  return {
    observation: view.observation,
    elements,
    stats: {
      nodes: observer.nodes,
      elements: document.querySelectorAll('*').length,
      first_ms: first,
      ms: median(rounds.map((round) => round[1] as number)),
      walk_ms: median(rounds.map((round) => round[0] as number)),
      stable: JSON.stringify(again.observation) === JSON.stringify(view.observation),
    },
  }
}

export type Look = ReturnType<typeof look>
