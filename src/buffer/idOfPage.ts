import type { BufferContext } from './context.ts'

/** Id of the observation that was stored for this number of a document; null where none was. */
export const idOfPage = (
  context: BufferContext,
  document_id: string,
  observation_no: number | null,
): Promise<string | null> =>
  context.read(async (transaction) => {
    if (observation_no === null) return null
    return (await transaction.objectStore('documents').get([document_id, observation_no]))?.observation_id ?? null
  })
