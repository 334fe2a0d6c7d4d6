import { z } from 'zod'
import { sha256 } from './common.ts'
import { pageType } from './pageType.ts'
import { recipeHealth } from './recipe.ts'

/** Longest context, in UTF-16 units. */
export const MAX_CONTEXT = 2_000_000

const content = {
  url: z.string().max(2000).describe('Address of the page: origin, path and shopping parameters only, scrubbed.'),
  title: z.string().max(500).describe('Title of the page, scrubbed; empty on an excluded page.'),
  page_type: pageType.describe('What the page is for.'),
  language: z.string().max(35).describe('BCP 47 language the page declares, or empty.'),
  context: z
    .string()
    .max(MAX_CONTEXT)
    .describe('Simplified HTML of the page, scrubbed; empty on an excluded page or without consent to page content.'),
  recipe: z.string().max(60).nullable().describe('Id of the recipe that read the page, or null for the generic way.'),
  recipe_health: recipeHealth.optional().describe('How well the recipe fitted the page; only where one read it.'),
}

/** A page as the content script saw it, before it has an address of its own. */
export const capturedObservation = z.strictObject(content)

/** A page as the participant could see it. Immutable, and addressed by its content. */
export const observation = z.strictObject({
  schema_version: z.literal(1).describe('Version of this schema.'),
  observation_id: sha256.describe('SHA-256 of the other fields, as canonical JSON.'),
  ...content,
})

export type CapturedObservation = z.infer<typeof capturedObservation>
export type Observation = z.infer<typeof observation>
