import { type Acknowledgement, type Item, item } from '../../schemas/index.ts'
import { explainIssues } from './explainIssues.ts'
import { payloadIdOf } from './payloadIdOf.ts'

function idOf(candidate: unknown): string | null {
  if (typeof candidate !== 'object' || candidate === null || !('item_id' in candidate)) return null
  const { item_id } = candidate
  return typeof item_id === 'string' && item_id.length <= 80 ? item_id : null
}

/** Parts a batch's items into those to store and those that no later try would make right, each with the reason. */
export function checkItems(candidates: readonly unknown[]): { items: Item[]; rejected: Acknowledgement['rejected'] } {
  const items: Item[] = []
  const rejected: Acknowledgement['rejected'] = []
  for (const [index, candidate] of candidates.entries()) {
    const reject = (reason: string) => rejected.push({ item_id: idOf(candidate), index, reason })
    const parsed = item.safeParse(candidate)
    if (!parsed.success) reject(explainIssues(parsed.error.issues))
    else if (parsed.data.item_id !== payloadIdOf(parsed.data)) reject("item_id: must be the payload's own id")
    else items.push(parsed.data)
  }
  return { items, rejected }
}
