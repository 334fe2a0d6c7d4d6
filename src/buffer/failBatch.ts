import type { BufferContext } from './context.ts'

export interface BatchFailure {
  /** Not to be tried again before, ms. */
  next_at: number
  error: string
  /** True: goes on as two halves with ids of their own. A batch of one item stays as it is. */
  split?: boolean
}

/** Notes that a batch could not be delivered. Nothing of it is lost. */
export const failBatch = (context: BufferContext, batch_id: string, failure: BatchFailure): Promise<void> =>
  context.write(async (transaction) => {
    const batches = transaction.objectStore('batches')
    const batch = await batches.get(batch_id)
    if (!batch) return
    const { next_at, error, split = false } = failure
    const middle = Math.ceil(batch.seqs.length / 2)
    if (!split || middle === batch.seqs.length) {
      await batches.put({ ...batch, attempts: batch.attempts + 1, next_at, error })
      return
    }
    await batches.delete(batch_id)
    for (const seqs of [batch.seqs.slice(0, middle), batch.seqs.slice(middle)]) {
      await batches.put({ ...batch, batch_id: context.makeId(), seqs, attempts: 0, next_at, error })
    }
  })

/** Gives a batch's items back, to be claimed under another batch id. */
export const releaseBatch = (context: BufferContext, batch_id: string): Promise<void> =>
  context.write((transaction) => transaction.objectStore('batches').delete(batch_id))
