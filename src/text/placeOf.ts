/** Parameters that name one thing. */
export const ID_PARAMETER =
  /^(?![sqrugc]id$)(?:[a-z_-]*(?:prod|item|sku|asin|goods|artikel|article|variant|offer)[a-z_-]*|p|code|art|url|[a-z]{0,4}_?id)$/i

/** Parameters that say what is looked for, or what a list is narrowed down to. */
const ASKS =
  /^(?:k|q|s|w|_nkw|query|keywords?|search\w*|term|text|c|cat\w*|brand|colou?r|size|price|filter\w*|sort\w*|page|p)$/i
/** Ends of a path that many lists share: none, or that of a search. A product's link may carry what was looked for, too. */
const LISTS =
  /^(?:|s|i|w|sch|find|list|browse|results?|\w*search|suche|recherche|buscar|cerca|zoeken|szukaj)(?:\.\w+)?$/i

/** Path segments of an address as written, without origin, query, fragment, and tracking like `ref=…`. */
export function segmentsOf(href: string): string[] {
  const path = /^(?:(?:[A-Za-z][\w+.-]*:)?\/\/[^/?#]*)?([^?#]*)/.exec(href)?.[1] ?? ''
  return path.split('/').filter((segment) => segment && !segment.includes('='))
}

/** What an address leads to, whatever was added to it to trace the click: path and identifying parameters. */
export function placeOf(href: string): string {
  const query = /\?([^#]*)/.exec(href)?.[1] ?? ''
  const segments = segmentsOf(href)
  const isList = LISTS.test(segments.at(-1) ?? '')
  const ids = query
    .split('&')
    .filter((pair) => {
      const name = pair.split('=', 1)[0] as string
      return ID_PARAMETER.test(name) || (isList && ASKS.test(name))
    })
    .slice(0, 4)
  return `${segments.join('/')}?${ids.join('&')}`
}
