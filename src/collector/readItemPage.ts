import { Refusal } from './refusal.ts'
import type { ItemPage } from './store/port.ts'

/** Items in one answer, at most. */
const MOST = 500

function readNumber(text: string | undefined, least: number, most: number): number | null {
  const number = /^\d{1,15}$/.test(text ?? '') ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : null
}

/**
 * The page of items that a query asks for: `?limit=100`, with `order=newest_first` and `from=SEQ` where wanted; null
 * where it names no limit and so asks for everything. Throws a 422 for values that mean nothing.
 */
export function readItemPage(query: Record<string, string>): ItemPage | null {
  if (query.limit === undefined) return null
  const limit = readNumber(query.limit, 1, MOST)
  const from_seq = query.from === undefined ? undefined : readNumber(query.from, 0, Number.MAX_SAFE_INTEGER)
  const order = query.order ?? 'oldest_first'
  if (limit === null || from_seq === null || (order !== 'oldest_first' && order !== 'newest_first')) {
    throw new Refusal(
      422,
      'bad_page',
      `Ask for limit=1 to ${MOST}, order=oldest_first or newest_first, and from=SEQ, the last seq you have.`,
    )
  }
  return { limit, order, from_seq }
}
