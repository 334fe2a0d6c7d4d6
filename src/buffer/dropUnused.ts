import type { BufferContext } from './context.ts'
import type { WriteTransaction } from './schema.ts'

/**
 * Deletes what no action refers to, once no session that saw it goes on; returns how many items went.
 *
 * What is done later on such a page is recorded without it, unless the page is posted again, which it is when somebody
 * comes back to it. Until the session ends all is kept: typing stands on the page before its first letter, and what a
 * recorder kept may come after its page and after a worker that died.
 */
export const dropUnused = (context: BufferContext): Promise<number> =>
  context.write(async (transaction) => {
    const going = new Map<string, boolean>()
    const goesOn = async (session_id: string): Promise<boolean> => {
      const known = going.get(session_id)
      if (known !== undefined) return known
      const is = (await transaction.objectStore('sessions').get(session_id))?.ended === 0
      going.set(session_id, is)
      return is
    }
    let gone = 0
    let cursor = await transaction.objectStore('items').index('state').openCursor('unused')
    for (; cursor; cursor = await cursor.continue()) {
      const { kind, item_id, session_ids } = cursor.value
      const goOn = await Promise.all(session_ids.map(goesOn))
      if (goOn.some(Boolean)) continue
      await cursor.delete()
      if (kind === 'observation') await blankDocuments(transaction, item_id)
      gone += 1
    }
    return gone
  })

/** That the document was seen stays known: what changes in it by itself is no activity of the participant. */
async function blankDocuments(transaction: WriteTransaction, observation_id: string): Promise<void> {
  const documents = transaction.objectStore('documents')
  for (const row of await documents.index('observation_id').getAll(observation_id)) {
    await documents.put({ ...row, observation_id: '', url: '' })
  }
}
