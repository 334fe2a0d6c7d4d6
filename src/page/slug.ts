import { isAscii, replaceSigns } from '../text/letters.ts'
import { PRICE } from '../text/price.ts'

/** UTF-16 units of a name made of one text, at most. */
export const LONGEST_NAME = 40

/** Cuts at the last `_` that leaves at most `longest` characters; a single longer word is cut inside. */
function cut(slug: string, longest: number): string {
  if (slug.length <= longest) return slug
  const edge = slug.lastIndexOf('_', longest)
  const end = edge > longest / 3 ? edge : longest
  return slug.slice(0, end).replace(/[\ud800-\udbff]$/, '')
}

/**
 * A readable name out of a text: lower case, letters and digits of any script, joined by `_`, at most `longest`
 * UTF-16 units, cut at a word. Empty where the text has neither letters nor digits.
 */
export function slug(text: string, longest = LONGEST_NAME): string {
  const head = text
    .slice(0, longest * 4)
    .toLowerCase()
    .replace(/['’`´]/g, '')
  // A Turkish capital I leaves its dot behind as a sign of its own.
  const joined = replaceSigns(isAscii(head) ? head : head.normalize('NFC').replaceAll('i\u0307', 'i'), '_')
  const start = joined.startsWith('_') ? 1 : 0
  return cut(joined.endsWith('_') ? joined.slice(start, -1) : joined.slice(start), longest)
}

/** How many things something leads to, at its end: `12 items`. */
const COUNTED =
  /\(?\b\d[\d.,]*\+? ?(?:items?|products?|results?|artikel|produkte?|produits?|articles?|artículos?|productos?|prodotti|товар[а-я]*|件|个|個|개)\)?$/i

/**
 * Leaves out what changes while the thing stays the same: prices (unless they are to stay), counts in brackets or of
 * things, clock times, percentages.
 */
export function withoutNumbers(text: string, keepPrices = false): string {
  if (!/\d/.test(text)) return text
  const uncounted = text.replace(/[([][\d.,\s+kK]+[)\]]/g, ' ').replace(COUNTED, ' ')
  if (keepPrices) return uncounted.trim()
  return uncounted
    .replace(PRICE, ' ')
    .replace(
      /\b\d{1,2}(:\d{2}){1,2}\b|\b\d{1,3}(?:[.,]\d{3})+\b\+?|-?\d+\s?(?:%|percent\b)|\b\d+ (?:of|von|de|di|van|из) \d+\b/g,
      ' ',
    )
    .trim()
}

const STATE =
  /_(?:(?:not_|un)(?:selected|checked)|(?:variant_)?sold_out(?:_or_unavailable)?|unavailable|ausverkauft|agotad[ao]|esgotad[ao]|esaurit[ao]|épuisée?|uitverkocht|wyprzedan[aey]|vyprodáno|tükendi|habis|hết_hàng|нет_в_наличии|品切れ|売り切れ|품절|缺货|售罄|current|(?:currently_)?(?:selected|chosen|checked|expanded|collapsed|ausgewählt|sélectionnée?|seleccionad[ao]|selezionat[ao]|geselecteerd|wybran[aey]|выбран[ао]?|已选中?|選択済み|선택됨))$/

/** Leaves out of a slug what it says of a state at its end: `red_selected`. */
export const withoutState = (slug: string): string => slug.replace(STATE, '')
