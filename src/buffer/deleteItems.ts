import type { BufferContext } from './context.ts'
import { removeItem } from './removeItem.ts'

/** Deletes items, quarantined ones too, by `seq`; returns how many there were. They are not sent any more. */
export const deleteItems = (context: BufferContext, seqs: readonly number[]): Promise<number> =>
  context.write(async (transaction) => {
    const now = context.now()
    const quarantine = transaction.objectStore('quarantine')
    let deleted = 0
    for (const seq of seqs) {
      const row = await transaction.objectStore('items').get(seq)
      if (row) await removeItem(transaction, row, now)
      const kept = await quarantine.getKey(seq)
      if (kept !== undefined) await quarantine.delete(kept)
      if (row || kept !== undefined) deleted += 1
    }
    return deleted
  })
