import { StoreError } from './storeError.ts'

const BUSY = 5
const LOCKED = 6
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** Turns an error of `node:sqlite` into a `StoreError` that says what to do; any other error comes back as it is. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error
  // The low byte is the primary result code: https://sqlite.org/rescode.html
  const explain = (trouble: StoreError['trouble'], message: string) =>
    new StoreError(trouble, message, { cause: error })
  switch (Number(error.errcode) & 0xff) {
    case FULL:
      return explain('full', `No room left for ${path}. Make room on its disk; devices keep their data and try again.`)
    case CORRUPT:
    case NOTADB:
      return explain(
        'damaged',
        `${path} is damaged or is no SQLite database. Put a copy of it aside, and restore a backup.`,
      )
    case BUSY:
    case LOCKED:
      return explain('unavailable', `${path} is locked by another program for too long. Stop that program.`)
    case READONLY:
    case CANTOPEN:
      return explain(
        'unavailable',
        `${path} cannot be opened for writing. Check that its folder exists, and its permissions.`,
      )
    case IOERR:
      return explain('unavailable', `Reading or writing ${path} failed. Check its disk.`)
    default:
      return error
  }
}
