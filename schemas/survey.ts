import { z } from 'zod'
import { timestamp, uuid } from './common.ts'
import { localized } from './localized.ts'

/** Names a survey, a question or an option in the data. */
const surveyId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'must be 1–63 lower-case letters, digits, hyphens and underscores')

const question = {
  id: surveyId.describe('Names the question in the data; keep it when only the wording changes.'),
  text: localized.describe('What is asked, by language.'),
  help: localized.optional().describe('A line below it.'),
  required: z.boolean().default(false).describe('Without an answer the survey cannot be sent.'),
  quasi_identifier: z
    .boolean()
    .default(false)
    .describe(
      'Could help to tell who somebody is, together with other answers (age, region, …): counted in the privacy report.',
    ),
}

const options = z
  .array(z.strictObject({ id: surveyId, text: localized }))
  .min(2)
  .max(60)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: 'has two options with one id' })

/** One question, by the kind of its answer. */
export const surveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...question, kind: z.literal('choice').describe('One of some options.'), options }),
  z.strictObject({ ...question, kind: z.literal('multiple_choice').describe('Any of some options.'), options }),
  z
    .strictObject({
      ...question,
      kind: z.literal('number'),
      min: z.number(),
      max: z.number(),
      unit: localized.optional(),
    })
    .refine(({ min, max }) => min < max, { error: 'must be more than min', path: ['max'] }),
  z.strictObject({
    ...question,
    kind: z.literal('scale').describe('Whole numbers side by side, with words at both ends.'),
    min: z.int().min(0).max(1).default(1),
    max: z.int().min(2).max(10).default(5),
    min_label: localized,
    max_label: localized,
  }),
  z.strictObject({
    ...question,
    kind: z.literal('text'),
    max_length: z.int().min(1).max(2000).default(500),
  }),
])

/** Some questions that are asked together. */
export const survey = z.strictObject({
  id: surveyId.describe('Names the survey in the data.'),
  title: localized,
  help: localized.optional().describe('What it is for, in a sentence or two.'),
  when: z
    .enum(['joining', 'weekly', 'any_time'])
    .describe('Once, after joining; a week after the joining and then every week; or whenever the participant likes.'),
  questions: z
    .array(surveyQuestion)
    .min(1)
    .max(50)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
      error: 'has two questions with one id',
    }),
})

/** What a participant answered to one question of the study's surveys. */
export const surveyAnswer = z.strictObject({
  schema_version: z.literal(1).describe('Version of this schema.'),
  answer_id: uuid.describe('Made on the device; makes a repeated delivery harmless.'),
  response_id: uuid.describe('The same for all answers that were sent together.'),
  timestamp: timestamp.describe('When it was answered.'),
  study_version: z.int().positive().describe('Version of the study file that asked.'),
  survey_id: surveyId.describe('The survey.'),
  question_id: surveyId.describe('The question.'),
  question_kind: z
    .enum(['choice', 'multiple_choice', 'number', 'scale', 'text'])
    .describe('What kind of answer it asks for.'),
  language: z.string().max(35).describe('Language in which it was asked.'),
  answer: z
    .union([z.string().max(2000), z.number(), z.array(surveyId).max(60)])
    .nullable()
    .describe('Id of the option, ids of the options, number, or words, scrubbed; null where it was left out.'),
})

export type Survey = z.infer<typeof survey>
export type SurveyQuestion = z.infer<typeof surveyQuestion>
export type SurveyAnswer = z.infer<typeof surveyAnswer>
