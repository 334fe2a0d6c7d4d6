import { findOpenSession } from './currentSession.ts'
import type { ReadTransaction, WriteTransaction } from './schema.ts'

/**
 * Until when items whose rest was over at `due_at` wait for more to be sent with, ms: at most `gather_ms` while a session
 * goes on, for what comes next is much like what is there, and little beside it.
 */
export async function gathersUntil(
  transaction: ReadTransaction | WriteTransaction,
  due_at: number,
  gather_ms: number,
): Promise<number> {
  const goesOn = gather_ms > 0 && (await findOpenSession(transaction))?.active
  return goesOn ? due_at + gather_ms : due_at
}
