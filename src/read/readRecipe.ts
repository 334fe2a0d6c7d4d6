import type { PageType, Recipe, RecipeHealth } from '../../schemas/index.ts'
import { rootOf, selectAll } from './dom.ts'
import type { ToldRules } from './writeReading.ts'

/** What a recipe says about one page. */
export interface RecipeReading extends ToldRules {
  /** Null where none of its rules for pages matches: the page is then judged the generic way. */
  page_type: PageType | null
  health: RecipeHealth
}

const patterns = new Map<string, RegExp | null>()

function patternOf(text: string): RegExp | null {
  let pattern = patterns.get(text)
  if (pattern === undefined) {
    try {
      pattern = new RegExp(text, 'i')
    } catch {
      pattern = null
    }
    patterns.set(text, pattern)
  }
  return pattern
}

/** What a selector finds; nothing where this browser cannot read it. */
function find(root: Element, selector: string): ArrayLike<Element> {
  try {
    return selectAll(root, selector)
  } catch {
    return []
  }
}

/** Asks a recipe about the page as it is now. Never throws, whatever its rules are; a rule that cannot be read is one that misses. */
export function readRecipe(recipe: Recipe, document: Document, url: URL): RecipeReading {
  const root = rootOf(document)
  const controls = new Map<Element, number>()
  const regions = new Map<Element, number>()
  const health: RecipeHealth = { page: false, matched: 0, missed: [] }
  if (!root) return { page_type: null, controls, regions, health }
  const path = url.pathname + url.search
  const page = recipe.pages.find(
    ({ address, selector }) =>
      (address === undefined || patternOf(address)?.test(path)) &&
      (selector === undefined || find(root, selector).length > 0),
  )
  health.page = page !== undefined
  for (const [number, rule] of recipe.parts.entries()) {
    if (rule.on && !(page && rule.on.includes(page.page_type))) continue
    const found = find(root, rule.selector)
    if (found.length > 0) health.matched++
    else if (!rule.optional) health.missed.push(rule.selector)
    for (let index = 0; index < found.length; index++) {
      const element = found[index] as Element
      // Where two match, the first.
      if (!controls.has(element) && !regions.has(element)) (rule.region ? regions : controls).set(element, number)
    }
  }
  return { page_type: page?.page_type ?? null, controls, regions, health }
}
