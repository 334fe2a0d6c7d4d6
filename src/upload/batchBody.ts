import { addressed, type Batch, type Item, type SentItem } from '../../schemas/index.ts'
import type { ClaimedBatch } from '../buffer/nextBatch.ts'
import { packBatch } from '../delta/packBatch.ts'
import { packItems } from '../delta/packItems.ts'

/** Who sends, for which study. */
export interface BatchSender {
  study: { id: string; version: number }
  participant_id: string
}

/** A batch as it is sent: the same text whenever it is made of the same things. */
export interface BatchBody {
  text: string
  /** Pages written as edits, by `seq`, each of which may be refused by itself. */
  edited: ReadonlySet<number>
}

/** `seq` of the pages that are what their id says: not those that the privacy gate changed. */
async function findThemselves(items: readonly Item[]): Promise<Set<number>> {
  const found = new Set<number>()
  for (const item of items) {
    if (item.kind === 'observation' && (await addressed(item)).item_id === item.item_id) found.add(item.seq)
  }
  return found
}

/** Makes the JSON of a batch of these items: packed, or, where the collector could not unpack it, with pages as edits. */
export async function batchBody(
  { study, participant_id }: BatchSender,
  { batch_id, created_at, bases, whole, packed }: ClaimedBatch,
  items: readonly Item[],
): Promise<BatchBody> {
  const themselves = await findThemselves(items)
  const batch = { batch_id, study_id: study.id, study_version: study.version, participant_id, created_at }
  if (packed) {
    const body = await packBatch({ schema_version: 1, ...batch, items }, bases, ({ seq }) => themselves.has(seq))
    return { text: JSON.stringify(body), edited: new Set() }
  }
  const sent: SentItem[] = packItems(items, bases, ({ seq }) => themselves.has(seq) && !whole.has(seq))
  const body: Batch = { schema_version: 1, ...batch, items: sent }
  const edited = new Set(sent.flatMap(({ kind, seq }) => (kind === 'observation_delta' ? [seq] : [])))
  return { text: JSON.stringify(body), edited }
}
