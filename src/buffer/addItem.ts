import type { Item } from '../../schemas/index.ts'
import type { ItemRow, WriteTransaction } from './schema.ts'

type WithoutSeq<One> = One extends Item ? Omit<One, 'seq'> : never

/** An item before it has its place in the order. */
export type NewItem = WithoutSeq<Item> & Pick<ItemRow, 'session_ids' | 'step'>

/** Stores an item under the next `seq` and returns that; `at` (ms) starts its rest time. */
export function addItem(
  transaction: WriteTransaction,
  item: NewItem,
  at: number,
  state: ItemRow['state'] = 'pending',
): Promise<number> {
  const bytes = new TextEncoder().encode(JSON.stringify(item)).byteLength
  const row = { ...item, state, bytes, stored_at: at, seen_at: at }
  // `seq` is the key the store itself gives.
  return transaction.objectStore('items').add(row as unknown as ItemRow)
}
