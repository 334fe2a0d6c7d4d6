import type { Store } from './port.ts'
import { openSqliteStore } from './sqlite.ts'
import { StoreError } from './storeError.ts'

/**
 * Opens the store that a `--store` address names: `sqlite:PATH`.
 *
 * Throws a `StoreError` for an unknown kind of store, and where it cannot be opened.
 *
 * @param options.create false: a store that is not there yet is an error.
 */
export async function openStore(address: string, options: { create?: boolean } = {}): Promise<Store> {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(address) ?? []
  if (scheme?.toLowerCase() !== 'sqlite') {
    throw new StoreError('unusable', `"${address}" names no store. Write sqlite:PATH, such as sqlite:study.sqlite.`)
  }
  if (!rest) throw new StoreError('unusable', 'The store has no path. Write sqlite:PATH, such as sqlite:study.sqlite.')
  return openSqliteStore(rest, options.create ?? true)
}
