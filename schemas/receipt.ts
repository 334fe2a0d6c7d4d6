import { z } from 'zod'
import { sha256, timestamp, uuid } from './common.ts'
import { consentChoices } from './consent.ts'

/** 32 and 64 bytes as base64url, without padding. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes as base64url')
const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/, 'must be 64 bytes as base64url')

const signed = {
  public_key: publicKey.describe("The collector's Ed25519 key, 32 bytes as base64url; also at GET /v1/key."),
  signature: signature.describe('Ed25519 over the canonical JSON of all other fields, as base64url.'),
}

/** Answer to an enrolment: the collector states that it holds this very consent. */
export const consentReceipt = z.strictObject({
  kind: z.literal('consent'),
  participant_id: uuid,
  study_id: z.string(),
  study_version: z.int().positive(),
  consent_version: z.string(),
  consent_sha256: sha256.describe('SHA-256 of the text agreed to.'),
  language: z.string(),
  agreed_at: timestamp.describe("By the device's clock."),
  choices: consentChoices,
  confirmed_at: timestamp.describe("By the collector's clock."),
  ...signed,
})

/** Answer to a withdrawal: the collector states that it holds nothing more of this participant but this. */
export const receipt = z.strictObject({
  kind: z.literal('withdrawal').optional(),
  participant_id: uuid,
  study_id: z.string(),
  deleted_at: timestamp,
  deleted_items: z.int().nonnegative(),
  public_key: signed.public_key.optional(),
  signature: signed.signature.optional(),
})

/** Answer of `GET /v1/key`. */
export const collectorKey = z.strictObject({ algorithm: z.literal('Ed25519'), public_key: publicKey })

export type ConsentReceipt = z.infer<typeof consentReceipt>
export type Receipt = z.infer<typeof receipt>
