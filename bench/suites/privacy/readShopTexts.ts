import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeShop } from '../../../src/demo/shop/shop.ts'

/** Texts that a shop's page is about, by kind. */
export type ShopTexts = Record<'titles' | 'pictures' | 'prices' | 'ratings' | 'options', string[]>

const KINDS: Record<keyof ShopTexts, RegExp> = {
  titles: /<(?:h1|h2)[^>]*>(?:\s*<[^>]+>)*\s*([^<]{12,})</g,
  pictures: /<img[^>]*\salt="([^"]{12,})"/g,
  prices: />\s*([$£€][\d.,]+|[\d.,]+\s?€)\s*</g,
  ratings: />\s*([\d.]+ out of 5 stars|[\d.,]+ (?:global )?ratings?|\([\d.,]+\))\s*</g,
  options: /<option[^>]*>\s*([^<]+?)\s*</g,
}

/** Pages of the participant's own; what is on them is to be blanked. */
const PRIVATE = /order|signin/

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  zwnj: '\u200c',
  lrm: '\u200e',
  rlm: '\u200f',
}

/** HTML's character references as the characters. */
export const decodeEntities = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim()

/** A saved page without its scripts, styles and comments. */
export const readShown = (folder: string, page: string): string =>
  readFileSync(join(folder, page), 'utf8').replace(
    /<(script|style|noscript|template)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi,
    ' ',
  )

/** Saved shop pages of a folder, by file name; none where there is no such folder. */
export const shopPages = (folder: string): string[] =>
  existsSync(folder)
    ? globSync('*.html', { cwd: folder })
        .filter((page) => !PRIVATE.test(page))
        .sort()
    : []

/** What the saved pages of a folder say, by kind. */
export function savedTexts(folder: string): ShopTexts {
  const pages = shopPages(folder).map((page) => readShown(folder, page))
  const read = (pattern: RegExp): string[] =>
    pages.flatMap((html) => [...html.matchAll(pattern)].map(([, text = '']) => decodeEntities(text)))
  return Object.fromEntries(Object.entries(KINDS).map(([kind, pattern]) => [kind, read(pattern)])) as ShopTexts
}

/** What the demonstration shop sells. */
export function demoTexts(): ShopTexts {
  const { catalogue } = makeShop(1)
  return {
    titles: catalogue.flatMap(({ title, brand }) => [title, brand]),
    pictures: [],
    prices: catalogue.map(({ price }) => `$${(price / 100).toFixed(2)}`),
    ratings: catalogue.flatMap(({ rating, reviewCount }) => [`${rating} out of 5 stars`, `${reviewCount} ratings`]),
    options: catalogue.flatMap(({ colours, sizing }) => [
      ...colours.map(({ name }) => name),
      ...(sizing?.values ?? []),
    ]),
  }
}
