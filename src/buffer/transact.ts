import { unwrap } from 'idb'
import type { Connection } from './connection.ts'
import { BufferFullError, nameOf } from './errors.ts'
import { type Database, type ReadTransaction, STORES, type WriteTransaction } from './schema.ts'

/** How a request fails that has no place on the disk. */
const NO_ROOM = new Set(['QuotaExceededError', 'UnknownError'])

/** Starts a transaction, once more over a new connection where the browser has closed the old one. */
async function begin<T>(connection: Connection, start: (database: Database) => T): Promise<T> {
  const database = await connection.database()
  try {
    return start(database)
  } catch (error) {
    if (nameOf(error) !== 'InvalidStateError') throw error
    return start(await connection.database(database))
  }
}

/** Resolves when the transaction is over: null where it was committed, the reason where it was aborted. */
const outcome = (transaction: { done: Promise<void> }): Promise<{ aborted: unknown } | null> =>
  new Promise((resolve) => {
    const raw = unwrap(transaction as never) as unknown as IDBTransaction
    // `done` rejects with a bare AbortError when a request failed; the true reason is known at the abort event.
    transaction.done.then(
      () => resolve(null),
      () => {},
    )
    raw.addEventListener('abort', () => resolve({ aborted: raw.error ?? new DOMException('aborted', 'AbortError') }))
  })

/** False where the browser was first. */
function tryAbort(transaction: WriteTransaction): boolean {
  try {
    transaction.abort()
    return true
  } catch {
    return false
  }
}

/**
 * Runs `work` in one readwrite transaction over every store, on disk when the promise resolves.
 *
 * `work` may await requests of its transaction and nothing else. All of it happens or none.
 * @throws BufferFullError where the browser aborted the transaction, which a full disk does rather than failing a
 * request; whatever `work` threw otherwise.
 */
export async function write<T>(
  connection: Connection,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = await begin(connection, (database) =>
    database.transaction([...STORES], 'readwrite', { durability: 'strict' }),
  )
  const over = outcome(transaction)
  let own: { error: unknown; aborts: boolean } | null = null
  let result: T | undefined
  try {
    result = await work(transaction)
  } catch (error) {
    own = { error, aborts: tryAbort(transaction) }
  }
  const end = await over
  if (end && !own?.aborts) throw new BufferFullError(end.aborted)
  if (own) throw NO_ROOM.has(nameOf(own.error)) ? new BufferFullError(own.error) : own.error
  return result as T
}

/** Runs `work` in one readonly transaction: a consistent picture of every store. */
export async function read<T>(connection: Connection, work: (transaction: ReadTransaction) => Promise<T>): Promise<T> {
  const transaction = await begin(connection, (database) => database.transaction([...STORES], 'readonly'))
  transaction.done.catch(() => {})
  return work(transaction)
}
