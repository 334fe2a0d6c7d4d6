import type { BufferContext } from './context.ts'

/** The value last put under `key`, or undefined. */
export const getModel = (context: BufferContext, key: string): Promise<unknown> =>
  context.read(async (transaction) => (await transaction.objectStore('models').get(key))?.value)

/** Keeps anything structured cloning can copy (JSON, an ArrayBuffer) under `key`. */
export const putModel = (context: BufferContext, key: string, value: unknown): Promise<void> =>
  context.write(async (transaction) => {
    await transaction.objectStore('models').put({ key, value })
  })

export const deleteModel = (context: BufferContext, key: string): Promise<void> =>
  context.write((transaction) => transaction.objectStore('models').delete(key))
