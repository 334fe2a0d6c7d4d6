import type { Observation } from '../../../schemas/index.ts'

const quote = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

function head(n: number, observation: Observation | null): string {
  if (!observation) return `<page n="${n}"`
  const { page_type, title, url } = observation
  return `<page n="${n}" type="${page_type}" title="${quote(title)}" url="${quote(url)}"`
}

/** How much of a page is shown: all of it, that it is the page before, or only what it was. */
export type PageDetail = 'full' | 'same' | 'brief'

/**
 * A page as the prompt shows it.
 *
 * `n` counts pages acted on, from 1. A context longer than `maxChars` is cut before an element that no longer fits.
 */
export function renderPage(n: number, observation: Observation | null, detail: PageDetail, maxChars: number): string {
  if (!observation?.context) return `${head(n, observation)} content="not_recorded"/>`
  if (detail === 'same') return `<page n="${n}" same_as_before/>`
  if (detail === 'brief') return `${head(n, observation)} content="left_out"/>`
  const { context } = observation
  const shown = context.length <= maxChars ? context : `${context.slice(0, context.lastIndexOf('<', maxChars))}\n[cut]`
  return `${head(n, observation)}>\n${shown}\n</page>`
}
