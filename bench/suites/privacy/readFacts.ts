import type { Page } from 'playwright-core'

export const FACT_KINDS = ['title', 'price', 'rating', 'option'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** What a page says about products, as a person reads it. */
export type ShopFacts = Record<FactKind, string[]>

/** How many facts are told, of how many, by their kind. */
export type Kept = Record<FactKind, { kept: number; of: number; lost: string[] }>

/** Reads them from what is visible, outside of the planted block. */
export function readFacts(page: Page): Promise<ShopFacts> {
  return page.evaluate(() => {
    const facts = { title: [], price: [], rating: [], option: [] } as Record<
      'title' | 'price' | 'rating' | 'option',
      string[]
    >
    const tidy = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
    const isShown = (element: Element): boolean => element.checkVisibility() && !element.closest('.cnry')
    for (const element of document.querySelectorAll('h1, .card-title'))
      if (isShown(element)) facts.title.push(tidy(element.textContent))
    for (const element of document.querySelectorAll('main *')) {
      if (!isShown(element)) continue
      const text = tidy(element.childElementCount === 0 ? element.textContent : '')
      if (/^[$£€]\s?\d[\d.,]*$/.test(text)) facts.price.push(text)
      const label = `${text} ${element.getAttribute('aria-label') ?? ''}`
      const rating = /\b\d(?:\.\d)? out of 5\b/.exec(label)?.[0]
      if (rating) facts.rating.push(rating)
    }
    for (const element of document.querySelectorAll('fieldset label, select option')) {
      const list = element.closest('select')
      // A list of all countries or departments is no product's.
      if (element.closest('header, footer, nav, dialog, [role=dialog]') || (list && list.options.length > 30)) continue
      if (isShown(list ?? element)) facts.option.push(tidy(element.textContent))
    }
    for (const kind of Object.values(facts)) kind.splice(0, Number.POSITIVE_INFINITY, ...new Set(kind.filter(Boolean)))
    return facts
  })
}

/** Words and figures alone, a space around each: an element's name reads like its text, and escapes are none. */
function words(text: string): string {
  const plain = text.replace(/\\(?:u[\da-f]{4}|.)|&#?\w{2,6};/gi, ' ').toLowerCase()
  return ` ${plain
    .split(/[^\p{L}\p{N}.,$£€]+/u)
    .filter(Boolean)
    .join(' ')} `
}

/** How many facts stand in what was recorded; the same fact on several pages counts once. */
export function countKept(texts: readonly string[], facts: readonly ShopFacts[]): Kept {
  const recorded = texts.map(words)
  const count = (kind: FactKind) => {
    const wanted = [...new Set(facts.flatMap((one) => one[kind]))]
    const lost = wanted.filter((fact) => !recorded.some((text) => text.includes(words(fact))))
    return { kept: wanted.length - lost.length, of: wanted.length, lost }
  }
  return Object.fromEntries(FACT_KINDS.map((kind) => [kind, count(kind)])) as Kept
}

/** All kinds together. */
export const sumKept = (kept: Kept): { kept: number; of: number } => ({
  kept: Object.values(kept).reduce((sum, one) => sum + one.kept, 0),
  of: Object.values(kept).reduce((sum, one) => sum + one.of, 0),
})
