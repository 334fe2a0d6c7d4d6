import type { BufferContext } from './context.ts'

const DAY_MS = 24 * 60 * 60_000

/**
 * Deletes what has been on the device for more than `device_days` days at `now` (ms) and is acknowledged; returns how
 * many items went. What is not acknowledged stays, however old.
 */
export const prune = (context: BufferContext, now: number, device_days: number): Promise<number> =>
  context.write(async (transaction) => {
    const before = now - device_days * DAY_MS
    const items = transaction.objectStore('items')
    const old = IDBKeyRange.bound(['acknowledged', 0], ['acknowledged', before], false, true)
    const seqs = await items.index('state_seen_at').getAllKeys(old)
    for (const seq of seqs) await items.delete(seq)

    const earlier = IDBKeyRange.upperBound(before, true)
    const documents = transaction.objectStore('documents')
    for (const key of await documents.index('seen_at').getAllKeys(earlier)) await documents.delete(key)
    const deleted = transaction.objectStore('deleted')
    for (const key of await deleted.index('deleted_at').getAllKeys(earlier)) await deleted.delete(key)

    const sessions = transaction.objectStore('sessions')
    for (const session of await sessions.index('started_at').getAll(earlier)) {
      if (!session.ended || (await items.index('session_id').count(session.session_id)) > 0) continue
      await sessions.delete(session.session_id)
    }
    return seqs.length
  })
