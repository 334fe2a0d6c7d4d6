import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

export interface JsonlWriter {
  write(row: unknown): Promise<void>
  /** Syncs and closes the file, and says what it holds. */
  close(): Promise<{ rows: number; bytes: number; sha256: string }>
  /** Closes the file as it is. */
  abandon(): Promise<void>
}

/** Bytes kept in memory before they are written. */
const BLOCK = 1024 * 1024

/** Writes a new file of JSON lines, at most about a row more than a megabyte of it in memory. */
export async function openJsonlWriter(path: string): Promise<JsonlWriter> {
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let rows = 0
  let bytes = 0

  async function flush(): Promise<void> {
    const block = Buffer.concat(waiting)
    waiting = []
    waitingBytes = 0
    hash.update(block)
    bytes += block.byteLength
    await file.writeFile(block)
  }

  return {
    async write(row) {
      const line = Buffer.from(`${JSON.stringify(row)}\n`)
      waiting.push(line)
      waitingBytes += line.byteLength
      rows += 1
      if (waitingBytes >= BLOCK) await flush()
    },
    async close() {
      await flush()
      await file.sync()
      await file.close()
      return { rows, bytes, sha256: hash.digest('hex') }
    },
    abandon: () => file.close(),
  }
}
