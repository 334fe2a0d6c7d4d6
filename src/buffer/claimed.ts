import type { ItemRow, ReadTransaction, WriteTransaction } from './schema.ts'

const KEY = 'claimed'

/**
 * The greatest `seq` that was ever claimed for sending; 0 where nothing was.
 *
 * Items are claimed in the order of `seq`, so none above it has left the device. One below may have, whatever became of
 * the answer, but for what is `unused` or `late`.
 */
export async function claimedUpTo(transaction: ReadTransaction | WriteTransaction): Promise<number> {
  const row = await (transaction as ReadTransaction).objectStore('meta').get(KEY)
  return (row?.value as number | undefined) ?? 0
}

/** Notes that these items are about to be sent. */
export async function noteClaimed(transaction: WriteTransaction, seqs: readonly number[]): Promise<void> {
  const value = Math.max(await claimedUpTo(transaction), ...seqs)
  await transaction.objectStore('meta').put({ key: KEY, value })
}

/** True where the collector may have the item. */
export const maybeSent = ({ seq, state, late }: Pick<ItemRow, 'seq' | 'state' | 'late'>, claimed: number): boolean =>
  state === 'acknowledged' || (state === 'pending' && !late && seq <= claimed)
