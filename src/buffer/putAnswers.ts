import type { SurveyAnswer } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { findKnown } from './findKnown.ts'
import { itemOf } from './itemOf.ts'
import type { StoredItem } from './listItems.ts'

/** Stores answers to a survey, all or none, each once per `answer_id`. */
export const putAnswers = (context: BufferContext, answers: readonly SurveyAnswer[]): Promise<void> =>
  context.write(async (transaction) => {
    for (const data of answers) {
      if (await findKnown(transaction, data.answer_id)) continue
      await addItem(
        transaction,
        { item_id: data.answer_id, kind: 'survey_answer', data, session_ids: [] },
        context.now(),
      )
    }
  })

/** All answers on this device, the oldest first. */
export const listAnswers = (context: BufferContext): Promise<StoredItem[]> =>
  context.read(async (transaction) => {
    const rows = await transaction.objectStore('items').index('kind').getAll('survey_answer')
    return rows.map((row) => {
      const { state, stored_at, session_ids } = row
      return { item: itemOf(row), state, stored_at, session_ids }
    })
  })
