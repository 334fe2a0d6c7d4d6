import type { BufferContext } from './context.ts'
import { gathersUntil } from './gathersUntil.ts'
import { isDue } from './isDue.ts'

/**
 * When there will be something to send, ms: the earliest retry, or the end of the oldest pending item's rest and of
 * its wait for more; `now` where something is due. Null where nothing waits.
 */
export const nextUploadAt = (
  context: BufferContext,
  now: number,
  hold_ms: number,
  gather_ms = 0,
): Promise<number | null> =>
  context.read(async (transaction) => {
    const unfinished = await transaction.objectStore('batches').getAll()
    const times = unfinished.map(({ next_at }) => (isDue(next_at, now) ? now : next_at))
    if (unfinished.every((batch) => batch.seqs.length === 1)) {
      const taken = new Set(unfinished.flatMap((batch) => batch.seqs))
      let cursor = await transaction.objectStore('items').index('state').openCursor('pending')
      while (cursor && taken.has(cursor.primaryKey)) cursor = await cursor.continue()
      if (cursor) {
        const due_at = Math.min(cursor.value.stored_at, now) + hold_ms
        times.push(Math.max(now, await gathersUntil(transaction, due_at, gather_ms)))
      }
    }
    return times.length > 0 ? Math.min(...times) : null
  })
