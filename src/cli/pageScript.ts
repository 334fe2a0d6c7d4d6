/** What `shoptrace page` runs inside of the page, in a world of its own: the recorder's eyes, and a stopwatch. */
import type { Recipe } from '../../schemas/index.ts'
import { pagePrivacy } from '../privacy/pagePrivacy.ts'
import { PageReader } from '../read/readPage.ts'

export interface SeenElement {
  /** Number of its control in the reading. */
  control: number
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

/** Reads the page this runs in. */
export function look(recipe: Recipe | null = null, url?: string) {
  const options = { privacy: pagePrivacy, recipe, ...(url ? { url } : {}) }
  const reader = new PageReader(document, options)
  const start = performance.now()
  const view = reader.look()
  const first = performance.now() - start
  const again = new PageReader(document, options).look()
  const elements: SeenElement[] = []
  for (const element of document.querySelectorAll('*')) {
    const control = view.numberOf(element)
    if (control === null) continue
    const { x, y, width, height } = element.getBoundingClientRect()
    const box = {
      x: Math.round(x + scrollX),
      y: Math.round(y + scrollY),
      width: Math.round(width),
      height: Math.round(height),
    }
    elements.push({ control, tag: element.localName, box })
  }
  const rounds = Array.from({ length: ROUNDS }, () => [
    time(() => walk(document.documentElement)),
    time(() => new PageReader(document, options).look()),
  ])
  return {
    reading: view.reading,
    elements,
    stats: {
      nodes: reader.nodes,
      elements: document.querySelectorAll('*').length,
      first_ms: first,
      ms: median(rounds.map((round) => round[1] as number)),
      walk_ms: median(rounds.map((round) => round[0] as number)),
      stable: again.reading === view.reading,
    },
  }
}

export type PageLook = ReturnType<typeof look>
