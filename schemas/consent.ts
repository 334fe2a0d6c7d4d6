import { z } from 'zod'
import { participantKind, sha256, timestamp, uuid } from './common.ts'

/** What the participant chose, one by one. Without `recording` there is no consent. */
export const consentChoices = z.strictObject({
  recording: z.literal(true).describe('Clicks, searches and pages visited in the named shops.'),
  page_content: z.boolean().describe('What the pages showed.'),
  rationale: z
    .boolean()
    .optional()
    .describe('Short questions about why, answered in own words. Left out: not agreed to.'),
  live_prediction: z.boolean().describe('Predictions made on this device.'),
  outside_model: z.boolean().describe("Page content may go to the study's named model provider."),
})

/** The consent that lies on the device and goes to the collector at enrolment. */
export const consent = z.strictObject({
  schema_version: z.literal(1),
  study_id: z.string(),
  study_version: z.int().positive(),
  consent_version: z.string().describe('Version of the consent text agreed to.'),
  consent_sha256: sha256.describe('SHA-256 of that text, UTF-8.'),
  language: z.string().max(35).describe('Language in which the text was read.'),
  participant_id: uuid.describe('Pseudonym, made on the device.'),
  participant_kind: participantKind,
  agreed_at: timestamp,
  choices: consentChoices,
})

export type ConsentChoices = z.infer<typeof consentChoices>
export type Consent = z.infer<typeof consent>
