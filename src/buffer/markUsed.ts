import type { Action } from '../../schemas/index.ts'
import { scoredPrediction } from '../score/scoredPrediction.ts'
import { claimedUpTo } from './claimed.ts'
import { linkObservation } from './linkObservation.ts'
import type { ItemRow, WriteTransaction } from './schema.ts'

type Done = Pick<Action, 'session_id' | 'step_index' | 'observation_id'>

/**
 * Has what an action about to be stored makes use of sent with it: its page, what was predicted on that, and of what was
 * predicted for its step, wherever, what counts.
 */
export async function markUsed(transaction: WriteTransaction, action: Done, at: number): Promise<void> {
  const { session_id, step_index, observation_id } = action
  if (observation_id) await markPage(transaction, observation_id, session_id, at)
  if (step_index === null) return
  const rows = await transaction.objectStore('items').index('step').getAll([session_id, step_index])
  const made = rows.flatMap((row) => (row.kind === 'prediction' ? [{ row, prediction: row.data }] : []))
  for (const own of Map.groupBy(made, ({ prediction }) => prediction.predictor).values()) {
    const counting = scoredPrediction(own, observation_id)
    if (counting?.row.state === 'unused') {
      await markPage(transaction, counting.prediction.observation_id, session_id, at)
      await mark(transaction, counting.row, at)
    }
  }
}

/** A page, and what was predicted on it. */
async function markPage(
  transaction: WriteTransaction,
  observation_id: string,
  session_id: string,
  at: number,
): Promise<void> {
  await linkObservation(transaction, observation_id, session_id, at)
  const items = transaction.objectStore('items')
  const row = await items.index('item_id').get(observation_id)
  if (row?.state !== 'unused') return
  for (const one of await items.index('page').getAll(observation_id)) {
    if (one.state === 'unused') await mark(transaction, one, at)
  }
}

/** It keeps its place, which shows what came first; its rest begins now, with that of the action. */
async function mark(transaction: WriteTransaction, row: ItemRow, at: number): Promise<void> {
  const isLate = row.seq <= (await claimedUpTo(transaction))
  const used = { ...row, state: 'pending', stored_at: at, ...(isLate && { late: true }) } as ItemRow
  await transaction.objectStore('items').put(used)
}
