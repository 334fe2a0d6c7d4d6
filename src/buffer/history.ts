import type { Action, Observation } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'

/** An action and the page it was done on, null where that was not seen or is gone. */
export interface PastAction {
  observation: Observation | null
  action: Action
}

/** All actions of a session in `seq` order, each with its page. Equal pages are one object. */
export const history = (context: BufferContext, session_id: string): Promise<PastAction[]> =>
  context.read(async (transaction) => {
    const rows = await transaction.objectStore('items').index('session_id').getAll(session_id)
    const pages = new Map<string, Observation>()
    for (const row of rows) if (row.kind === 'observation') pages.set(row.item_id, row.data)
    return rows.flatMap((row) => {
      if (row.kind !== 'action') return []
      const { observation_id } = row.data
      return [{ observation: (observation_id && pages.get(observation_id)) || null, action: row.data }]
    })
  })

/** An observation by its id, or null. */
export const findObservation = (context: BufferContext, observation_id: string): Promise<Observation | null> =>
  context.read(async (transaction) => {
    const row = await transaction.objectStore('items').index('item_id').get(observation_id)
    return row?.kind === 'observation' ? row.data : null
  })
