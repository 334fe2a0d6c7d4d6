import { z } from 'zod'
import * as schemas from './index.ts'

/** The schemas that others read or write, by the name of their file in `schemas/json`. */
const published = {
  acknowledgement: schemas.acknowledgement,
  action: schemas.action,
  batch: schemas.batch,
  'collector-error': schemas.collectorError,
  'collector-key': schemas.collectorKey,
  consent: schemas.consent,
  'consent-receipt': schemas.consentReceipt,
  dataset: schemas.dataset,
  enrolment: schemas.enrolment,
  gap: schemas.gap,
  item: schemas.item,
  observation: schemas.observation,
  'packed-batch': schemas.packedBatch,
  prediction: schemas.prediction,
  'prediction-row': schemas.predictionRow,
  rationale: schemas.rationale,
  'rationale-row': schemas.rationaleRow,
  receipt: schemas.receipt,
  recipe: schemas.recipe,
  redaction: schemas.redaction,
  'redaction-receipt': schemas.redactionReceipt,
  'session-row': schemas.sessionRow,
  'step-row': schemas.stepRow,
  study: schemas.study,
  'survey-answer': schemas.surveyAnswer,
  'survey-row': schemas.surveyRow,
}

export type PublishedSchema = keyof typeof published

export const publishedSchemas: Readonly<Record<PublishedSchema, z.ZodType>> = published

/**
 * A schema as JSON Schema (draft 2020-12).
 *
 * `study` comes as a researcher writes it: what has a default may be left out.
 */
export function toJsonSchema(name: PublishedSchema): z.core.JSONSchema.BaseSchema {
  const { $schema, ...schema } = z.toJSONSchema(published[name], { io: name === 'study' ? 'input' : 'output' })
  return { ...($schema ? { $schema } : {}), title: `Shoptrace ${name}`, ...schema }
}
