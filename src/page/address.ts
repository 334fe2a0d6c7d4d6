import { replaceNonLetters, replaceSigns } from '../text/letters.ts'
import { decoded } from './decoded.ts'
import { slug } from './slug.ts'

const ID_PARAMETER =
  /^(?!sid$|qid$|rid$|uid$|gid$|cid$)(?:[a-z_-]*(?:product|prod|item|sku|asin|goods|artikel|article|variant|offer)[a-z_-]*|p|code|art|url|[a-z]{0,4}_?id)$/i

/** Parameters that say what is looked for, or what a list is narrowed down to. */
const ASKS =
  /^(?:k|q|s|w|_nkw|query|keywords?|search\w*|term|text|c|cat\w*|brand|colou?r|size|price|filter\w*|sort\w*|page|p)$/i
/** Ends of a path that many lists share: none, or that of a search. A product's link may carry what was looked for, too. */
const LISTS =
  /^(?:|s|i|w|sch|find|list|browse|results?|\w*search|suche|recherche|buscar|cerca|zoeken|szukaj)(?:\.\w+)?$/i

/** Path segments of an address as written, without origin, query, fragment, and tracking like `ref=…`. */
function segmentsOf(href: string): string[] {
  const path = /^(?:(?:[A-Za-z][\w+.-]*:)?\/\/[^/?#]*)?([^?#]*)/.exec(href)?.[1] ?? ''
  return path.split('/').filter((segment) => segment && !segment.includes('='))
}

/** The address that a link is really for, where it goes through a counter of clicks that carries it along. */
export function destinationOf(href: string): string {
  const inner = Math.max(href.lastIndexOf('https:/'), href.lastIndexOf('http:/'))
  if (inner > 0) return href.slice(inner)
  if (!href.includes('%2F') && !href.includes('%2f')) return href
  const carried = /[?&](?:url|u|to|target|dest\w*|redirect\w*|link|href)=(https?%3A%2F|%2F[^&#]{3})[^&#]*/i.exec(href)
  return carried ? decoded(carried[0].slice(carried[0].indexOf('=') + 1)) : href
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

/** True where a segment holds a word of three letters or more. */
const saysSomething = (segment: string): boolean =>
  replaceSigns(segment, ' ')
    .split(' ')
    .some((word) => word.length > 2 && replaceNonLetters(word, '') === word)

/** Readable words of an address, last part first; empty where it has none. */
export function wordsOfAddress(href: string): string {
  const segments = segmentsOf(href).map((segment) =>
    decoded(segment.slice(0, 200)).replace(/\.(?:html?|php|aspx?|jsp|cfm)$/i, ''),
  )
  const wordy = segments.filter((segment) => saysSomething(segment) && !/^(?:index|default)$/i.test(segment))
  return wordy.at(-1) ?? ''
}

/** The part of an address that tells one product from another of the same title: its id. Empty where none shows. */
export function idOfAddress(href: string): string {
  const parameter = [...href.matchAll(/[?&]([\w-]+)=([\w-]{2,40})/g)].find((match) =>
    ID_PARAMETER.test(match[1] as string),
  )
  const segment = segmentsOf(href)
    .reverse()
    .map((part) => /(?:^|[-_.])([a-z]*\d[a-z0-9]{2,})(?:\.\w+)?$/i.exec(part)?.[1] ?? '')
    .find(Boolean)
  return slug(segment || parameter?.[2] || '', 16)
}

/** Four base-36 digits out of any text (FNV-1a): a name of last resort that does not depend on position. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36).padStart(4, '0').slice(-4)
}
