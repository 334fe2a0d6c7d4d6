import type { ClickType } from '../../schemas/index.ts'
import type { CandidateAction, CandidateKind } from './listCandidates.ts'

/**
 * How often people took each kind of action while shopping, counted in the filtered set of OPeRA
 * (arXiv 2506.05606, CC-BY-4.0; 5,856 actions): the click types of its 5,051 clicks, and its 597 inputs
 * and 208 terminations.
 */
const COUNTS: Record<CandidateKind, number> = {
  review: 1052,
  search: 763,
  product_option: 700,
  product_link: 537,
  other: 449,
  purchase: 321,
  nav_bar: 283,
  page_related: 198,
  quantity: 191,
  suggested_term: 182,
  cart_side_bar: 145,
  cart_page_select: 139,
  filter: 91,
  type_and_submit: 597,
  terminate: 208,
} satisfies Record<ClickType | 'type_and_submit' | 'terminate', number>

/**
 * A probability for each candidate from published base rates alone: each kind that the page offers gets its share, split
 * evenly among the candidates of that kind. Sums to 1; empty without candidates.
 */
export function baseRates(candidates: readonly CandidateAction[]): number[] {
  const sizes = new Map<CandidateKind, number>()
  for (const { kind } of candidates) sizes.set(kind, (sizes.get(kind) ?? 0) + 1)
  const total = [...sizes.keys()].reduce((sum, kind) => sum + (COUNTS[kind] ?? COUNTS.other), 0)
  return candidates.map(({ kind }) => (COUNTS[kind] ?? COUNTS.other) / total / (sizes.get(kind) as number))
}
