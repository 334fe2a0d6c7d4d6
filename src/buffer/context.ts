import type { ReadTransaction, WriteTransaction } from './schema.ts'

/** What every operation of the buffer is given. */
export interface BufferContext {
  /** Milliseconds since 1970. */
  now(): number
  /** A new version 4 UUID. */
  makeId(): string
  write<T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<T>
  read<T>(work: (transaction: ReadTransaction) => Promise<T>): Promise<T>
}
