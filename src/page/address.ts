import { decoded } from '../text/decoded.ts'
import { hashOf } from '../text/hashOf.ts'
import { replaceNonLetters, replaceSigns } from '../text/letters.ts'
import { ID_PARAMETER, segmentsOf } from '../text/placeOf.ts'
import { slug } from './slug.ts'

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

/** Four base-36 digits of a hash: a name of last resort that does not depend on position. */
export const shortened = (hash: string): string => hash.slice(-4)

/** The same of any text. */
export const shortHash = (text: string): string => shortened(hashOf(text))
