/** A text that lies sealed where more than the extension's own pages can reach. */
export interface Sealed {
  /** Null where nothing lies there, and where what lies there was not sealed here, under this name. */
  getValue(): Promise<string | null>
  setValue(text: string): Promise<void>
  removeValue(): Promise<void>
  watch(listener: () => void): void
}

/** The part of a storage item that is used. */
interface Place {
  getValue(): Promise<unknown>
  setValue(value: unknown): Promise<void>
  removeValue(): Promise<void>
  watch(listener: () => void): unknown
}

const DATABASE = 'shoptrace_seal'
const STORE = 'keys'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/**
 * The one key of this browser: it cannot be taken out, only used, and lies in the extension's IndexedDB, which no content
 * script can open. Two contexts that make one at once end with the same.
 */
async function openKey(): Promise<CryptoKey> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await done(opening)
  try {
    const keys = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE)
    const read = (from: IDBObjectStore): Promise<CryptoKey | undefined> => done(from.get(STORE))
    const known = await read(keys('readonly'))
    if (known) return known
    // Made before the transaction: one that waits for something else ends.
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    const open = keys('readwrite')
    const other = await read(open)
    if (other) return other
    await done(open.put(made, STORE))
    return made
  } finally {
    database.close()
  }
}

/** Seals what is put into `place`; `name` binds it to its place, so that no sealed text can stand in for another. */
export function sealed(place: Place, name: string): Sealed {
  const algorithm = (iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(name),
  })
  return {
    async getValue() {
      const raw = await place.getValue()
      try {
        // Bytes as lists of numbers: what every storage takes.
        const [iv, data] = (raw as number[][]).map((bytes) => Uint8Array.from(bytes))
        if (!iv || !data) return null
        return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(iv), await openKey(), data))
      } catch {
        return null
      }
    },
    async setValue(text) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const data = await crypto.subtle.encrypt(algorithm(iv), await openKey(), new TextEncoder().encode(text))
      await place.setValue([[...iv], [...new Uint8Array(data)]])
    },
    removeValue: () => place.removeValue(),
    watch: (listener) => void place.watch(listener),
  }
}
