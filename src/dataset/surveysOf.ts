import type { Item, Study, SurveyAnswer, SurveyRow } from '../../schemas/index.ts'
import { participantFields } from './participantFields.ts'
import type { DatasetParticipant } from './source.ts'

/** The question as the study file of that version asks it; one of another version where that one is not kept. */
function questionOf(studies: readonly Study[], answer: SurveyAnswer) {
  const asked = studies.find(({ version }) => version === answer.study_version)
  for (const study of asked ? [asked, ...studies] : studies) {
    const survey = study.surveys?.find(({ id }) => id === answer.survey_id)
    const question = survey?.questions.find(({ id }) => id === answer.question_id)
    if (question) return question
  }
  return undefined
}

/** One row for each answer to a survey, in the order of `seq`. `studies`: every version of the study file kept. */
export function surveysOf(
  items: readonly Item[],
  participant: DatasetParticipant,
  studies: readonly Study[],
): SurveyRow[] {
  return items.flatMap(({ kind, data, seq }): SurveyRow[] => {
    if (kind !== 'survey_answer') return []
    const question = questionOf(studies, data)
    return [
      {
        ...participantFields(participant),
        seq,
        question: question?.text[data.language] ?? Object.values(question?.text ?? {})[0] ?? null,
        quasi_identifier: question?.quasi_identifier ?? false,
        ...data,
      },
    ]
  })
}
