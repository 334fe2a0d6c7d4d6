import type { BufferContext } from './context.ts'

/** True where this observation of a document was stored. */
export const knowsPage = (
  context: BufferContext,
  document_id: string,
  observation_no: number | null,
): Promise<boolean> =>
  context.read(async (transaction) => {
    if (observation_no === null) return false
    return (await transaction.objectStore('documents').getKey([document_id, observation_no])) !== undefined
  })
