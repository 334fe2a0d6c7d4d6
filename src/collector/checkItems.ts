import { type Acknowledgement, type Item, item, payloadIdOf, type SentItem, sentItem } from '../../schemas/index.ts'
import { unpackObservation } from '../delta/unpackObservation.ts'
import type { Bases } from './bases.ts'
import { explainIssues } from './explainIssues.ts'

function idOf(candidate: unknown): string | null {
  if (typeof candidate !== 'object' || candidate === null || !('item_id' in candidate)) return null
  const { item_id } = candidate
  return typeof item_id === 'string' && item_id.length <= 80 ? item_id : null
}

/**
 * Parts a batch's items into those to store and those that no later try would make right, each with the reason.
 *
 * Pages that came as edits are made whole first, from pages of the same batch before them and of `bases`.
 */
export async function checkItems(
  candidates: readonly unknown[],
  bases: Bases,
): Promise<{ items: Item[]; rejected: Acknowledgement['rejected'] }> {
  const items: Item[] = []
  const rejected: Acknowledgement['rejected'] = []
  for (const [index, candidate] of candidates.entries()) {
    const whole = await check(candidate, bases)
    if (typeof whole === 'string') rejected.push({ item_id: idOf(candidate), index, reason: whole })
    else {
      items.push(whole)
      if (whole.kind === 'observation') bases.add(whole.seq, whole.data.context)
    }
  }
  return { items, rejected }
}

/** The whole item, or why there is none. */
async function check(candidate: unknown, bases: Bases): Promise<Item | string> {
  const parsed = sentItem.safeParse(candidate)
  if (!parsed.success) return explainIssues(parsed.error.issues)
  const whole = await unpack(parsed.data, bases)
  if (typeof whole === 'string') return whole
  return whole.item_id === payloadIdOf(whole) ? whole : "item_id: must be the payload's own id"
}

async function unpack(sent: SentItem, bases: Bases): Promise<Item | string> {
  if (sent.kind !== 'observation_delta') return sent
  bases.count(sent.data.edits)
  const unpacked = await unpackObservation(sent.data, await bases.find(sent.data.base_seqs))
  if ('reason' in unpacked) return unpacked.reason
  // What was put together is checked as what comes whole is.
  const parsed = item.safeParse({ ...sent, kind: 'observation', data: unpacked.observation })
  return parsed.success ? parsed.data : explainIssues(parsed.error.issues)
}
