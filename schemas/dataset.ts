import { z } from 'zod'
import { participantKind, sha256, timestamp } from './common.ts'
import { study } from './study.ts'

const file = z.strictObject({
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: sha256.describe("Of the file's bytes."),
})

/** `dataset.json`: what a dataset's folder holds. Written last, so a folder without it is no whole dataset. */
export const dataset = z.strictObject({
  schema_version: z.literal(1),
  study: study.describe('The newest version of the study file.'),
  study_versions: z.array(z.int().positive()).describe('Every version of the study the collector ran, newest first.'),
  exported_at: timestamp.describe('Milliseconds since 1970 by the exporting machine.'),
  participant_kinds: z.array(participantKind).describe('Whose data was asked for.'),
  row_versions: z
    .strictObject({
      session: z.literal(1),
      step: z.literal(1),
      prediction: z.literal(1),
      rationale: z.literal(1).optional(),
      survey: z.literal(1).optional(),
    })
    .describe('Schema version of the rows in each file.'),
  counts: z.strictObject({
    participants: z.int().nonnegative().describe('Enrolled, whether or not they have sessions.'),
    sessions: z.int().nonnegative(),
    steps: z.int().nonnegative(),
    predictions: z.int().nonnegative(),
    rationales: z.int().nonnegative().optional().describe('Questions put to participants, answered or not.'),
    survey_answers: z.int().nonnegative().optional(),
    gaps_outside_sessions: z.int().nonnegative().describe('Gap records that belong to no session.'),
  }),
  files: z.strictObject({
    'sessions.jsonl': file,
    'steps.jsonl': file,
    'predictions.jsonl': file,
    'rationales.jsonl': file.optional(),
    'surveys.jsonl': file.optional(),
  }),
})

export type Dataset = z.infer<typeof dataset>
