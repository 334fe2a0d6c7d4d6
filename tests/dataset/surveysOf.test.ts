import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Item, study, surveyAnswer, surveyRow } from '../../schemas/index.ts'
import { surveysOf } from '../../src/dataset/surveysOf.ts'
import { gap, participant } from './trace.ts'

const example = (name: string) => JSON.parse(readFileSync(`tests/fixtures/schemas/v1/${name}.json`, 'utf8'))
const asking = study.parse(example('study').at(-1))
const [age] = surveyAnswer.array().parse(example('survey-answer'))
if (!age) throw new Error('There is no example.')

test('an answer stands beside its question, as the version that asked it has it', () => {
  const item = (seq: number, change: Partial<typeof age>): Item => ({
    item_id: age.answer_id,
    seq,
    kind: 'survey_answer',
    data: { ...age, ...change },
  })
  const [survey] = asking.surveys ?? []
  if (!survey) throw new Error('The example asks nothing.')
  const reworded = {
    ...asking,
    version: 2,
    surveys: [
      {
        ...survey,
        questions: survey.questions.map((one) => ({ ...one, text: { de: 'Wie alt?' }, quasi_identifier: false })),
      },
    ],
  }
  const items = [
    gap(1),
    item(2, { study_version: 1 }),
    item(3, { study_version: 2 }),
    item(4, { study_version: 7, question_id: 'dropped' }),
  ]
  const rows = surveysOf(items, participant, [reworded, asking])
  expect(rows.map((row) => surveyRow.parse(row))).toEqual(rows)
  expect(rows.map(({ seq, question, quasi_identifier }) => [seq, question, quasi_identifier])).toEqual([
    [2, 'age?', true],
    [3, 'Wie alt?', false],
    [4, null, false],
  ])
})
