import { type Item, rationaleIdOf } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'
import { itemOf } from './itemOf.ts'
import type { ItemRow, ReadTransaction, SessionRecord } from './schema.ts'

/** An item, and where it is. */
export interface KeptItem {
  item: Item
  state: ItemRow['state']
  /** Start of its rest time, ms. */
  stored_at: number
  acknowledged_at: number | null
}

/** A step, and everything stored since the step before it; the newest of a session may have no step yet. */
export interface KeptStep {
  session: Pick<SessionRecord, 'session_id' | 'started_at'> | null
  /** In the order of `seq`; what was said about the step is last, whenever that was. */
  items: KeptItem[]
}

const isStep = (row: ItemRow): boolean => row.kind === 'action' && row.step !== undefined

const kept = (row: ItemRow): KeptItem => ({
  item: itemOf(row),
  state: row.state,
  stored_at: row.stored_at,
  acknowledged_at: row.acknowledged_at ?? null,
})

const find = (transaction: ReadTransaction, item_id: string): Promise<ItemRow | undefined> =>
  transaction.objectStore('items').index('item_id').get(item_id)

/**
 * Up to `limit` steps that lie wholly before `before_seq` (null: the newest), newest first. Go on from the `seq` of the
 * last one's first item. Reads row by row: never more in memory than is returned.
 */
export const listSteps = (context: BufferContext, before_seq: number | null, limit: number): Promise<KeptStep[]> =>
  context.read(async (transaction) => {
    const range = before_seq === null ? null : IDBKeyRange.upperBound(before_seq, true)
    const steps: KeptStep[] = []
    let current: KeptStep | null = null
    let cursor = await transaction.objectStore('items').openCursor(range, 'prev')
    for (; cursor; cursor = await cursor.continue()) {
      const row: ItemRow = cursor.value
      // Shown with the step it is about.
      if (row.kind === 'rationale' && (await find(transaction, row.data.action_id))) continue
      // Answers to a survey belong to no step: they are listed and deleted by themselves.
      if (row.kind === 'survey_answer') continue
      const session_id = row.session_ids[0]
      const elsewhere = session_id !== undefined && current?.session && current.session.session_id !== session_id
      if (!current || isStep(row) || elsewhere) {
        if (steps.length === limit) break
        current = { session: null, items: [] }
        steps.push(current)
      }
      if (!current.session && session_id !== undefined) {
        const session = await transaction.objectStore('sessions').get(session_id)
        current.session = { session_id, started_at: session?.started_at ?? row.stored_at }
      }
      current.items.unshift(kept(row))
      const said = isStep(row) ? await find(transaction, rationaleIdOf(row.item_id)) : undefined
      if (said) current.items.push(kept(said))
    }
    return steps
  })
