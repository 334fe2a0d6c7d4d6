import type { Acknowledgement } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'
import { quarantineItem } from './quarantineItem.ts'
import { readUploadState, writeUploadState } from './uploadState.ts'

/**
 * Takes the collector's answer in: what it stored is marked, what it rejected goes to the quarantine, the batch is done.
 *
 * `edited` are the pages that were sent as edits, by `seq`: one that was rejected is sent once more, whole.
 * Returns how many items are acknowledged by it. An answer that comes twice, or after a wipe, changes nothing.
 */
export const acknowledge = (
  context: BufferContext,
  batch_id: string,
  { rejected }: Pick<Acknowledgement, 'rejected'>,
  edited: ReadonlySet<number> = new Set(),
): Promise<number> =>
  context.write(async (transaction) => {
    const batch = await transaction.objectStore('batches').get(batch_id)
    if (!batch) return 0
    const now = context.now()
    const items = transaction.objectStore('items')
    const reasons = new Map(rejected.map(({ index, reason }) => [batch.seqs[index], reason]))
    let acknowledged = 0
    for (const seq of batch.seqs) {
      const row = await items.get(seq)
      if (!row) continue
      const reason = reasons.get(seq)
      if (reason !== undefined && edited.has(seq)) await items.put({ ...row, whole: true })
      else if (reason !== undefined) await quarantineItem(transaction, row, reason, now)
      else {
        await items.put({ ...row, state: 'acknowledged', acknowledged_at: now })
        acknowledged += 1
      }
    }
    await transaction.objectStore('batches').delete(batch_id)
    const before = await readUploadState(transaction)
    const state = {
      ...before,
      attempts: 0,
      next_at: null,
      problem: null,
      accepted: before.accepted + 1,
      accepted_at: now,
    }
    await writeUploadState(transaction, state)
    return acknowledged
  })
