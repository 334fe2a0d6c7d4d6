import type { Action, Prediction } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'
import type { ItemRow } from './schema.ts'

export interface RecordedPrediction {
  seq: number
  prediction: Prediction
}

/** A step taken, with what was committed for it before, in `seq` order. */
export interface RecentStep {
  seq: number
  action: Action
  predictions: RecordedPrediction[]
}

const predictionsIn = (rows: readonly ItemRow[]): RecordedPrediction[] =>
  rows.flatMap((row) => (row.kind === 'prediction' ? [{ seq: row.seq, prediction: row.data }] : []))

/** The last `limit` steps over all sessions, newest first. */
export const recentSteps = (context: BufferContext, limit: number): Promise<RecentStep[]> =>
  context.read(async (transaction) => {
    const steps: RecentStep[] = []
    const items = transaction.objectStore('items').index('step')
    let cursor = await transaction.objectStore('sessions').index('started_at').openCursor(null, 'prev')
    while (cursor && steps.length < limit) {
      const { session_id } = cursor.value
      const from = Math.max(0, cursor.value.steps - (limit - steps.length))
      const rows = await items.getAll(IDBKeyRange.bound([session_id, from], [session_id, Number.POSITIVE_INFINITY]))
      const byStep = Map.groupBy(rows, (row) => row.step?.[1])
      for (const group of [...byStep.values()].reverse()) {
        const taken = group.find((row) => row.kind === 'action')
        if (!taken) continue
        steps.push({ seq: taken.seq, action: taken.data as Action, predictions: predictionsIn(group) })
      }
      cursor = await cursor.continue()
    }
    return steps.slice(0, limit)
  })

/** What is committed for one step, whether it has been taken or not, in `seq` order. */
export const predictionsFor = (
  context: BufferContext,
  session_id: string,
  step_index: number,
): Promise<RecordedPrediction[]> =>
  context.read(async (transaction) => {
    const rows = await transaction.objectStore('items').index('step').getAll([session_id, step_index])
    return predictionsIn(rows)
  })
