import { PERSON_PARENTS, PERSONAL_PARENTS, SEARCH_PARAMETERS, SHOP_PARAMETERS } from './shoppingParameters.ts'

const MAX_LENGTH = 2000
const RELATIVE_BASE = 'http://relative.invalid'

/** Percent-decodes as often as it changes something, at most three times; ill-formed sequences stay. */
function decode(text: string): string {
  let current = text
  for (let turn = 0; turn < 3 && current.includes('%'); turn++) {
    try {
      current = decodeURIComponent(current)
    } catch {
      return current
    }
  }
  return current
}

/** Percent-encodes all but a blank's brackets, which read better as they are. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%20', '+')

/** True for session ids and keys: long hexadecimal, UUIDs, long runs in both cases with digits. */
const isToken = (text: string): boolean =>
  /^(?=.*\d)(?=.*[a-f])[0-9a-f]{20,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ||
  text.split(/[-_.+/=]/).some((part) => part.length > 19 && /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part))

/** Numbers and codes that name products; telling them from a person's numbers needs more than their digits. */
const isCode = (text: string): boolean => /^(?:\d{1,19}|[A-Z0-9]{1,14})(?:\.html?)?$/.test(text)

/**
 * Makes the function that reduces an address to origin, path and shopping parameters, scrubbed by `scrub`, of which
 * `scrubWords` is the participant's own part.
 *
 * Drops credentials, session ids, all other parameters, and the fragment unless it is a route (`#/…`). Addresses
 * that are not http(s) keep their scheme alone; what is no address at all becomes an empty string. Relative
 * addresses stay relative. Never throws; at most 2000 characters; idempotent where `scrub` is.
 */
export function makeUrlScrubber(
  scrub: (text: string) => string,
  scrubWords: (text: string) => string = (text) => text,
): (url: string) => string {
  // A number or a code that is one of the participant's own words names no product.
  const isPlainCode = (text: string): boolean => isCode(text) && scrubWords(text) === text
  const scrubValue = (raw: string, isText: boolean): string => {
    const value = decode(raw.replaceAll('+', ' '))
    if (!isText && isPlainCode(value)) return raw
    const scrubbed = isToken(value) ? '[token]' : scrub(value)
    return scrubbed === value ? raw : encode(scrubbed)
  }

  const scrubPath = (path: string): { path: string; isPersonal: boolean } => {
    let isPersonal = false
    let isPerson = false
    const parts: string[] = []
    for (const part of path.split('/')) {
      const raw = part.replace(/;.*$/, '')
      const text = decode(raw)
      if (/^\(\w\(.*\)\)$/.test(text)) continue
      if (
        text !== '' &&
        (isPerson || (isPersonal && /\d|^.{24}|^[\w-]+\.(?!html?$|php|aspx?|jsp|do$)[\w.-]+$/i.test(text))) &&
        !/^\[\w+\]$/.test(text)
      )
        parts.push('[id]')
      else parts.push(isPlainCode(text) ? raw : scrubValue(raw.replaceAll('+', '%2B'), true).replaceAll('%2B', '+'))
      isPerson = PERSON_PARENTS.test(text)
      isPersonal ||= PERSONAL_PARENTS.test(text)
    }
    return { path: parts.join('/'), isPersonal }
  }

  const scrubQuery = (query: string, isPersonal: boolean): string[] =>
    query.split('&').flatMap((pair) => {
      const at = pair.indexOf('=')
      const key = at < 0 ? pair : pair.slice(0, at)
      const name = decode(key)
        .toLowerCase()
        .replace(/[^a-z]/g, '')
      const isSearch = SEARCH_PARAMETERS.test(name)
      const isShop = SHOP_PARAMETERS.test(name) || key.startsWith('pa_')
      if ((!isSearch && !isShop) || (isPersonal && !isSearch && !/^(?:page|sort)/.test(name))) return []
      const scrubbedKey = scrubValue(key, true)
      return at < 0 ? scrubbedKey : `${scrubbedKey}=${scrubValue(pair.slice(at + 1), isSearch)}`
    })

  const scrubLocal = (path: string, query: string): string => {
    const clean = scrubPath(path)
    const parameters = query ? scrubQuery(query, clean.isPersonal) : []
    while (parameters.length > 0 && clean.path.length + parameters.join('&').length > MAX_LENGTH - 300) parameters.pop()
    const whole = parameters.length > 0 ? `${clean.path}?${parameters.join('&')}` : clean.path
    return whole.length > MAX_LENGTH - 300 ? '/' : whole
  }

  const scrubFragment = (fragment: string): string => {
    const route = /^#!?\//.test(fragment)
    if (!route) return ''
    const at = fragment.indexOf('?')
    const path = fragment.slice(1, at < 0 ? undefined : at)
    const local = scrubLocal(path, at < 0 ? '' : fragment.slice(at + 1))
    return local.length < 250 ? `#${local}` : ''
  }

  return (url) => {
    const isRelative = !/^\s*[a-z][a-z0-9+.-]*:/i.test(url)
    if (isRelative && !/^\s*(?:[/?#.]|[\w.~%-]+[/?.])/.test(url)) return ''
    let parsed: URL
    try {
      parsed = new URL(url, isRelative ? RELATIVE_BASE : undefined)
    } catch {
      return ''
    }
    if (!/^https?:$/.test(parsed.protocol)) return parsed.protocol
    const origin = !isRelative ? parsed.origin : parsed.origin === RELATIVE_BASE ? '' : `//${parsed.host}`
    if (origin.length > 280) return ''
    const start = isRelative && /^\s*[?#]/.test(url) ? '' : parsed.pathname
    return origin + scrubLocal(start, parsed.search.slice(1)) + scrubFragment(parsed.hash)
  }
}
