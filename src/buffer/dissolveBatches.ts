import type { WriteTransaction } from './schema.ts'

/**
 * Gives up every unfinished batch that holds one of these items; what else it held waits for a new one.
 *
 * A batch that was under way meanwhile is answered into the void; its items are sent again and are known there.
 */
export async function dissolveBatches(transaction: WriteTransaction, seqs: ReadonlySet<number>): Promise<void> {
  const batches = transaction.objectStore('batches')
  for (const batch of await batches.getAll()) {
    if (batch.seqs.some((seq) => seqs.has(seq))) await batches.delete(batch.batch_id)
  }
}
