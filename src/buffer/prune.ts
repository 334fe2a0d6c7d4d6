import type { BufferContext } from './context.ts'
import type { WriteTransaction } from './schema.ts'

const DAY_MS = 24 * 60 * 60_000

/**
 * Deletes what has been on the device for more than `device_days` days at `now` (ms) and is acknowledged; returns how
 * many items went. What is not acknowledged stays, however old, with the page it refers to; so does what the collector
 * has still to take in a new form.
 */
export const prune = (context: BufferContext, now: number, device_days: number): Promise<number> =>
  context.write(async (transaction) => {
    const before = now - device_days * DAY_MS
    const items = transaction.objectStore('items')
    const old = IDBKeyRange.bound(['acknowledged', 0], ['acknowledged', before], false, true)
    const needed = await neededPlaces(transaction)
    let gone = 0
    let cursor = await items.index('state_seen_at').openCursor(old)
    for (; cursor; cursor = await cursor.continue()) {
      const { seq, item_id } = cursor.value
      if (needed.has(seq) || needed.has(item_id)) continue
      await cursor.delete()
      gone += 1
    }

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
    return gone
  })

/** Ids of pages that waiting items refer to, and `seq` of what waits to be replaced at the collector. */
async function neededPlaces(transaction: WriteTransaction): Promise<Set<string | number>> {
  const needed = new Set<string | number>()
  let cursor = await transaction.objectStore('items').index('state').openCursor('pending')
  for (; cursor; cursor = await cursor.continue()) {
    const { kind, data } = cursor.value
    if ((kind === 'action' || kind === 'prediction') && data.observation_id) needed.add(data.observation_id)
  }
  for (const row of await transaction.objectStore('redactions').getAll()) {
    if (row.what === 'replace') for (const { now_seq } of row.replaced) needed.add(now_seq)
  }
  return needed
}
