import { StoreError, type StoreTrouble } from './storeError.ts'

/** What to tell of a failure, by SQLite's primary result code (https://sqlite.org/rescode.html) or the system's. */
const ADVICE: readonly [codes: readonly (number | string)[], trouble: StoreTrouble, advice: string][] = [
  [[13, 'ENOSPC', 'EDQUOT'], 'full', 'has no room left. Make room on its disk; devices keep their data and try again.'],
  [[11, 26], 'damaged', 'is damaged or is no SQLite database. Put a copy of it aside, and restore a backup.'],
  [[5, 6], 'unavailable', 'is locked by another program for too long. Stop that program.'],
  [
    [8, 14, 'ENOENT', 'EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR'],
    'unavailable',
    'cannot be opened for writing. Check that its folder exists, and its permissions.',
  ],
  [[10, 'EIO'], 'unavailable', 'cannot be read or written. Check its disk.'],
]

function codeOf(error: unknown): number | string | null {
  // The low byte of an extended result code is the primary one.
  if (error instanceof Error && 'errcode' in error) return Number(error.errcode) & 0xff
  return error instanceof Error && 'code' in error ? String(error.code) : null
}

/** Turns an error of SQLite, or of opening its file, into a `StoreError` that says what to do; others come back as they are. */
export function explainSqliteError(error: unknown, path: string): unknown {
  const code = codeOf(error)
  const known = ADVICE.find(([codes]) => code !== null && codes.includes(code))
  return known ? new StoreError(known[1], `${path} ${known[2]}`, { cause: error }) : error
}
