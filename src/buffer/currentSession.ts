import type { BufferContext } from './context.ts'
import type { ReadTransaction, SessionRecord, WriteTransaction } from './schema.ts'
import { writeTerminate } from './writeTerminate.ts'

/** Pause after which a session ends where the caller names none: the study file's own default, 30 minutes. */
const IDLE_MS = 30 * 60_000

/** The session that has not ended yet, or null. There is never more than one. */
export async function findOpenSession(transaction: ReadTransaction | WriteTransaction): Promise<SessionRecord | null> {
  return (await (transaction as ReadTransaction).objectStore('sessions').index('ended').get(0)) ?? null
}

/** True where the participant paused for longer than `idle_ms`, or the clock was set back by as much. */
const isOver = (session: SessionRecord, timestamp: number, now: number, idle_ms: number): boolean =>
  session.active && (timestamp - session.last_at > idle_ms || session.last_at - now > idle_ms)

/** Ends the open session where its idle time is over by `timestamp`, stamped at last activity + idle time. */
export async function endIdle(
  context: BufferContext,
  transaction: WriteTransaction,
  { timestamp, idle_ms = IDLE_MS }: { timestamp: number; idle_ms?: number | undefined },
) {
  const open = await findOpenSession(transaction)
  if (!open || !isOver(open, timestamp, context.now(), idle_ms)) return { open, terminate: null }
  const terminate = await writeTerminate(context, transaction, open, 'idle', open.last_at + idle_ms)
  return { open: null, terminate }
}

/**
 * The session that something seen or done at `timestamp` belongs to; the caller stores the record it returns.
 *
 * An open session whose idle time is over is ended first. `activity` tells what the participant did from what a page
 * did by itself: only the first keeps a session alive, and a session without any never ends in `terminate`.
 */
export async function currentSession(
  context: BufferContext,
  transaction: WriteTransaction,
  at: { timestamp: number; idle_ms?: number | undefined; activity: boolean },
): Promise<SessionRecord> {
  const { timestamp, activity } = at
  const { open } = await endIdle(context, transaction, at)
  if (!open) {
    return {
      session_id: context.makeId(),
      started_at: timestamp,
      last_at: timestamp,
      steps: 0,
      ended: 0,
      active: activity,
      tab: 0,
      url: '',
      observation_id: null,
    }
  }
  if (!activity) return open
  if (!open.active) return { ...open, active: true, started_at: timestamp, last_at: timestamp }
  return { ...open, last_at: Math.max(open.last_at, timestamp) }
}
