import type { Action } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'
import { findOpenSession } from './currentSession.ts'
import { type EndReason, writeTerminate } from './writeTerminate.ts'

/**
 * Ends the open session with `terminate`, stamped at `timestamp` (ms) but never before its last activity.
 *
 * Null, and nothing written, where no session is open or the participant did nothing in it: a second call is harmless.
 */
export const endSession = (context: BufferContext, reason: EndReason, timestamp: number): Promise<Action | null> =>
  context.write(async (transaction) => {
    const session = await findOpenSession(transaction)
    if (!session?.active) return null
    return writeTerminate(context, transaction, session, reason, Math.max(timestamp, session.last_at))
  })
