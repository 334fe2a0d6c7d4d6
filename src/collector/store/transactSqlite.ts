import type { DatabaseSync } from 'node:sqlite'

/** Runs `work` in one write transaction: all of it is kept, or nothing. Rethrows what `work` throws. */
export function transactSqlite<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide the first error.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
