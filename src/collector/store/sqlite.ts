import { closeSync, existsSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { explainSqliteError } from './explainSqliteError.ts'
import { migrateSqlite } from './migrateSqlite.ts'
import type { Store } from './port.ts'
import { SqliteStore } from './sqliteStore.ts'
import { StoreError } from './storeError.ts'

/**
 * Opens a store in one SQLite file and brings it to the newest schema.
 *
 * Every commit is synced to disk (`synchronous=FULL`), and deleted content is overwritten (`secure_delete`).
 * Throws a `StoreError` that names the path.
 *
 * @param create false: a missing file is an error.
 */
export function openSqliteStore(path: string, create = true): Store {
  if (!create && !existsSync(path)) throw new StoreError('unusable', `There is no store at ${path}.`)
  try {
    // SQLite would make it readable for everyone; its write-ahead log takes the same permissions.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
    return sqliteStoreOf(new DatabaseSync(path, { timeout: 5000 }), path)
  } catch (error) {
    throw explainSqliteError(error, path)
  }
}

/** The store on a database that is open already; closes it where it is no store. `path` is for messages. */
export function sqliteStoreOf(database: DatabaseSync, path: string): Store {
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    database.exec('PRAGMA foreign_keys = ON')
    migrateSqlite(database)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    return new SqliteStore(database, path)
  } catch (error) {
    database.close()
    if (error instanceof StoreError) throw new StoreError(error.trouble, `${path}: ${error.message}`, { cause: error })
    throw error
  }
}
