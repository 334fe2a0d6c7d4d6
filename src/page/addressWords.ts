import { plainWords } from './matchWords.ts'
import { ADDRESS_WORDS } from './words.ts'

export type AddressType = keyof typeof ADDRESS_WORDS

/** Letters with a stroke or without a dot, which are no letter and a mark. */
const STROKED: Record<string, string> = { đ: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss' }

/** Words of an address without marks: `Bestellübersicht` in any spelling is `bestellubersicht`. */
export const bareWords = (text: string): string =>
  plainWords(
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f\u064b-\u065f]/g, '')
      .replace(/[đłøıß]/g, (letter) => STROKED[letter] ?? letter),
  )

let table: Map<AddressType, Set<string>> | null = null

/** The words of an address, bare, that speak for each type of page, the most private first; also written as one. */
export function addressWords(): ReadonlyMap<AddressType, ReadonlySet<string>> {
  table ??= new Map(
    (Object.entries(ADDRESS_WORDS) as [AddressType, string][]).map(([type, words]) => [
      type,
      new Set(words.split('|').flatMap((word) => [bareWords(word), bareWords(word).replaceAll(' ', '')])),
    ]),
  )
  return table
}

/** True where the last words of an address are those of a cart. */
export const leadsToCart = (words: string): boolean => addressWords().get('cart')?.has(bareWords(words)) === true
