import type { DatabaseSync } from 'node:sqlite'
import { sqliteMigrations } from './sqliteMigrations.ts'
import { StoreError } from './storeError.ts'
import { transactSqlite } from './transactSqlite.ts'

/** "Shop" in ASCII; lies in the file's header, so that another program's database is not taken for a store. */
const APPLICATION_ID = 0x53686f70

const readNumber = (database: DatabaseSync, sql: string): number =>
  Object.values(database.prepare(sql).get() ?? {})[0] as number

/**
 * Brings a database to the newest schema, each migration in a transaction of its own.
 *
 * Throws a `StoreError` for a file that is another program's or was made by a newer Shoptrace, and touches neither.
 */
export function migrateSqlite(database: DatabaseSync, migrations: readonly string[] = sqliteMigrations): void {
  const version = readNumber(database, 'PRAGMA user_version')
  const tables = readNumber(database, 'SELECT count(*) FROM sqlite_schema')
  if (tables > 0 && readNumber(database, 'PRAGMA application_id') !== APPLICATION_ID) {
    throw new StoreError('unusable', "This file is another program's SQLite database. Name a file of its own.")
  }
  if (version > migrations.length) {
    throw new StoreError(
      'unusable',
      `This store was made by a newer Shoptrace (schema ${version}; this one knows ${migrations.length}). Update Shoptrace.`,
    )
  }
  for (let next = version; next < migrations.length; next++) {
    transactSqlite(database, () => {
      // Another process may have done it while this one waited for the lock.
      if (readNumber(database, 'PRAGMA user_version') !== next) return
      database.exec(migrations[next] as string)
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${next + 1}`)
    })
  }
}
