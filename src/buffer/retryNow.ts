import type { BufferContext } from './context.ts'
import { readUploadState, writeUploadState } from './uploadState.ts'

/** Makes everything that waits for a retry due at `now` (ms), and forgets the reason for waiting. */
export const retryNow = (context: BufferContext, now: number): Promise<void> =>
  context.write(async (transaction) => {
    const batches = transaction.objectStore('batches')
    for (const batch of await batches.getAll()) {
      await batches.put({ ...batch, next_at: Math.min(batch.next_at, now) })
    }
    const before = await readUploadState(transaction)
    await writeUploadState(transaction, { ...before, attempts: 0, next_at: null, problem: null })
  })
