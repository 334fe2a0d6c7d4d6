import { openDB } from 'idb'
import { BufferBlockedError, BufferMigrationError, BufferOutdatedError, nameOf } from './errors.ts'
import type { BufferSchema, Database, Migration } from './schema.ts'

export interface ConnectionOptions {
  name: string
  migrations: readonly Migration[]
  /** How long to wait for another context that holds an older version open, ms. */
  blocked_ms?: number
}

/** A connection that opens when first needed and again after the browser or an update closed it. */
export interface Connection {
  /** `closed`: a connection that turned out to be closed; another is opened for it. */
  database(closed?: Database): Promise<Database>
  close(): void
}

export function createConnection(options: ConnectionOptions): Connection {
  let opening: Promise<Database> | null = null
  let current: Database | null = null

  const forget = () => {
    opening = null
    current = null
  }

  return {
    database(closed) {
      if (closed && closed === current) forget()
      opening ??= openDatabase(options).then(
        (database) => {
          current = database
          return database
        },
        (error) => {
          forget()
          throw error
        },
      )
      return opening
    },
    close() {
      void opening?.then(
        (database) => database.close(),
        () => {},
      )
      forget()
    },
  }
}

/**
 * Opens the database and runs the version steps it lacks, in order, all or none.
 *
 * Makes way when another context wants to upgrade or delete the database. Whoever uses the connection after that, or
 * after the browser ended it, meets an `InvalidStateError` and asks for another.
 */
async function openDatabase(options: ConnectionOptions): Promise<Database> {
  const { name, migrations, blocked_ms = 10_000 } = options
  const failures: BufferMigrationError[] = []
  const blocked = Promise.withResolvers<never>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const opened = openDB<BufferSchema>(name, migrations.length, {
    async upgrade(database, from, _to, transaction) {
      // idb neither waits for this function nor sees it fail: an error must abort the upgrade here.
      transaction.done.catch(() => {})
      for (const [index, migrate] of migrations.entries()) {
        if (index < from) continue
        try {
          const running = migrate(database, transaction as never)
          if (running) await running
        } catch (cause) {
          failures.push(new BufferMigrationError(index, index + 1, cause))
          transaction.abort()
          return
        }
      }
    },
    blocked() {
      timer = setTimeout(() => blocked.reject(new BufferBlockedError()), blocked_ms)
    },
    blocking() {
      void opened.then((database) => database.close())
    },
  })
  try {
    return await Promise.race([opened, blocked.promise])
  } catch (error) {
    if (failures[0]) throw failures[0]
    if (nameOf(error) === 'VersionError') throw new BufferOutdatedError(error)
    throw error
  } finally {
    clearTimeout(timer)
  }
}
