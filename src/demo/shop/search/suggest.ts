import { KINDS } from '../catalogue/kinds.ts'
import { BRANDS } from '../catalogue/words.ts'

const MOST = 8

/** Things people look for, as they type them. */
const PHRASES: readonly string[] = [
  ...new Set(
    KINDS.flatMap((kind) => [
      kind.noun.toLowerCase(),
      ...kind.alias,
      ...kind.materials.map((material) => `${material} ${kind.noun}`.toLowerCase()),
    ]),
  ),
  ...BRANDS.map((brand) => brand.toLowerCase()),
]

/** At most eight search phrases that go on where `typed` stops, those that begin with it first. */
export function suggest(typed: string): string[] {
  const start = typed.trim().toLowerCase()
  if (start.length < 2) return []
  const begin = PHRASES.filter((phrase) => phrase.startsWith(start))
  const inside = PHRASES.filter((phrase) => !phrase.startsWith(start) && phrase.includes(` ${start}`))
  return [...begin.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)), ...inside].slice(0, MOST)
}
