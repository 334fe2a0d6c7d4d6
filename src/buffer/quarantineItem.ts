import type { BufferContext } from './context.ts'
import type { ItemRow, WriteTransaction } from './schema.ts'

/** Moves an item out of the way of the others, with the reason. It stays on the device. */
export async function quarantineItem(
  transaction: WriteTransaction,
  row: ItemRow,
  reason: string,
  now: number,
): Promise<void> {
  // The row may be corrupt: nothing about it is taken for granted but its key.
  const { seq, data } = row
  await transaction.objectStore('items').delete(seq)
  await transaction.objectStore('quarantine').put({
    seq,
    item_id: String(row.item_id ?? ''),
    kind: String(row.kind ?? ''),
    data,
    reason,
    session_ids: Array.isArray(row.session_ids) ? row.session_ids : [],
    quarantined_at: now,
  })
}

/** Moves items by `seq` to the quarantine. */
export const quarantineItems = (context: BufferContext, seqs: readonly number[], reason: string): Promise<void> =>
  context.write(async (transaction) => {
    const now = context.now()
    for (const seq of seqs) {
      const row = await transaction.objectStore('items').get(seq)
      if (row) await quarantineItem(transaction, row, reason, now)
    }
  })
