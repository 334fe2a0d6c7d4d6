import type { BufferContext } from './context.ts'
import { STORES } from './schema.ts'

/**
 * Deletes everything: items, sessions, counters, models.
 *
 * The order goes on where it was: clearing a store leaves its key generator alone, so no `seq` is given twice.
 */
export const wipe = (context: BufferContext): Promise<void> =>
  context.write(async (transaction) => {
    for (const store of STORES) await transaction.objectStore(store).clear()
  })
