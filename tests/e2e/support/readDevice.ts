import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export interface Device {
  /** Every row of every IndexedDB store. */
  databases: string
  /** `storage.local` and `storage.session`. */
  storage: string
}

/** Everything that the extension keeps, read from one of its own pages. */
export async function readDevice(page: Page): Promise<Device> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const all: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name as string))
      for (const store of database.objectStoreNames) {
        all.push(store, await done(database.transaction(store).objectStore(store).getAll()))
      }
      database.close()
    }
    const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, { get(): Promise<unknown> }> } })
      .chrome
    const text = (value: unknown): string =>
      JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? new TextDecoder().decode(one) : one))
    return { databases: text(all), storage: text([await storage.local?.get(), await storage.session?.get()]) }
  })
}

/** The bytes of the extension's files in a profile whose browser has ended, as text in each encoding that LevelDB may hold. */
export function readProfile(profile: string, extension: string): string[] {
  const folders = [
    `Default/IndexedDB/chrome-extension_${extension}*`,
    `Default/Local Extension Settings/${extension}`,
    'Default/Session Storage',
    'Default/Extension State',
  ]
  const files = folders
    .flatMap((folder) => globSync(`${folder}/**/*`, { cwd: profile }))
    .map((file) => join(profile, file))
    .filter((file) => existsSync(file) && statSync(file).isFile())
  return files.flatMap((file) => {
    const bytes = readFileSync(file)
    // UTF-16 at either alignment, read as Latin-1 without its empty bytes.
    return [bytes.toString('utf8'), bytes.toString('latin1').replaceAll('\0', '')]
  })
}
