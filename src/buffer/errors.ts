/** Nothing of the write was stored: the disk is full, or the browser gave the transaction up. Retriable. */
export class BufferFullError extends Error {
  override name = 'BufferFullError'

  constructor(cause: unknown) {
    const quota = nameOf(cause) === 'QuotaExceededError'
    super(
      `${
        quota
          ? 'There is no room left to record. Free some disk space, and recording goes on by itself.'
          : 'The browser could not write to its database. Free some disk space and restart the browser if this stays.'
      } What was recorded before is safe; this one entry was not stored and may be given again.`,
      { cause },
    )
  }
}

/** A version step failed. The database is as it was before; nothing is reset. */
export class BufferMigrationError extends Error {
  override name = 'BufferMigrationError'

  constructor(from: number, to: number, cause: unknown) {
    super(
      `The recorded data could not be brought from version ${from} to ${to}: ${messageOf(cause)}. ` +
        'Nothing was changed or lost. Update the extension, and tell the contact of the study if this stays.',
      { cause },
    )
  }
}

/** Another page keeps an older version of the database open. */
export class BufferBlockedError extends Error {
  override name = 'BufferBlockedError'

  constructor() {
    super('Another page of the extension still uses the older database. Close it (or the browser), and try again.')
  }
}

/** The database is newer than this code: the extension was updated while this page stayed open. */
export class BufferOutdatedError extends Error {
  override name = 'BufferOutdatedError'

  constructor(cause: unknown) {
    super('The extension was updated meanwhile. Reload this page to go on.', { cause })
  }
}

/** `name` of anything thrown, or an empty string. */
export const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
