import type { Item } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'
import { itemOf } from './itemOf.ts'
import type { ItemRow, QuarantineRow } from './schema.ts'

/** An item with what became of it. */
export interface StoredItem {
  item: Item
  state: ItemRow['state']
  stored_at: number
  session_ids: string[]
}

/** Up to `limit` items with a `seq` greater than `after_seq`, in order. Go on from the last one's `seq`. */
export const listItems = (context: BufferContext, after_seq: number, limit: number): Promise<StoredItem[]> =>
  context.read(async (transaction) => {
    const rows = await transaction.objectStore('items').getAll(IDBKeyRange.lowerBound(after_seq, true), limit)
    return rows.map((row) => {
      const { state, stored_at, session_ids } = row
      return { item: itemOf(row), state, stored_at, session_ids }
    })
  })

/** Items that cannot be sent, each with the reason. */
export const listQuarantine = (context: BufferContext): Promise<QuarantineRow[]> =>
  context.read((transaction) => transaction.objectStore('quarantine').getAll())
