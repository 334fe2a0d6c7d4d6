import { z } from 'zod'
import { clickType } from './clickType.ts'
import { localized } from './localized.ts'
import { pageType } from './pageType.ts'
import { recipe } from './recipe.ts'
import { survey } from './survey.ts'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'must be 2–63 lower-case letters, digits and hyphens')

/** A WebExtension match pattern with an explicit host; a port may follow it. */
export const matchPattern = z
  .string()
  .regex(
    /^(\*|https?):\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?\/\S*$/i,
    'must be a match pattern that names a host, such as https://*.example.com/* or http://127.0.0.1:8080/*',
  )

const loopback = /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?(\/|$)/
const endpoint = z.url({ protocol: /^https?$/ }).refine((url) => url.startsWith('https://') || loopback.test(url), {
  error: 'must be https, unless it is a loopback address',
})

/** A predictor as named on the command line and in a study: `ranker`, `most-frequent`, `terminate` or `claude:MODEL`. */
export const predictorId = z
  .string()
  .regex(
    /^(ranker|most-frequent|terminate|claude:[\w.-]+)$/,
    'must be ranker, most-frequent, terminate or claude:MODEL',
  )

/** Steps that participants may be asked about: clicks by their type, and submissions. */
const askedAbout = z.enum([...clickType.options, 'type_and_submit'])

/** One file that says what a researcher set up. */
export const study = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.literal(1),
  id: slug.describe('Names the study in URLs and data.'),
  title: z.string().min(1).max(120),
  version: z.int().positive().describe('Raise it with every change that participants or data can notice.'),
  contact: z.strictObject({
    name: z.string().min(1),
    email: z.email(),
    institution: z.string().min(1).optional(),
    ethics_approval: z.string().min(1).optional().describe("The review board's number."),
  }),
  purpose: z.string().min(1).max(500).optional().describe('Why the study is made, in a sentence or two.'),
  pay: z.string().min(1).max(500).optional().describe('What participants are paid, when and how.'),
  consent: z.strictObject({
    version: z
      .string()
      .min(1)
      .max(40)
      .describe('A changed text needs a new version; recording waits until it is agreed to.'),
    text: localized
      .refine((texts) => Object.keys(texts).length > 0, { error: 'needs the text in one language at least' })
      .describe('The whole consent text by language, in plain paragraphs.'),
    valid_days: z
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe('So many days after it was given, consent runs out: recording stops until it is given again.'),
  }),
  ends_at: z.iso
    .datetime({ offset: true, error: 'must be a date and time such as 2027-03-31T23:59:59Z' })
    .optional()
    .describe('End of the study: recording stops, whatever was agreed to.'),
  shops: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(80),
        matches: z.array(matchPattern).min(1),
        recipe: z
          .string()
          .min(1)
          .optional()
          .describe(
            "Id of a recipe, the project's or one of the study's own; left out, the shop is read the generic way.",
          ),
      }),
    )
    .min(1)
    .describe('The extension asks for these hosts and runs on no other.'),
  recipes: z.array(recipe).max(20).optional().describe("The study's own recipes, for `shops[].recipe` to name."),
  record: z
    .strictObject({
      page_content: z.boolean().default(true).describe('Keep what pages show, not only their type and address.'),
      input: z.boolean().default(true),
      scroll: z.boolean().default(true),
      navigation: z.boolean().default(true),
      tabs: z.boolean().default(true),
    })
    .prefault({})
    .describe('What is recorded beside clicks and searches.'),
  excluded_pages: z
    .strictObject({
      page_types: z.array(pageType).default(['sign_in', 'account', 'address', 'payment', 'order_history', 'messages']),
      matches: z.array(matchPattern).default([]),
    })
    .prefault({})
    .describe('Pages of which only the type is recorded.'),
  session: z
    .strictObject({
      idle_minutes: z.number().min(1).max(240).default(30).describe('A pause longer than this ends the session.'),
    })
    .prefault({}),
  upload: z.strictObject({
    endpoint: endpoint.describe("The collector's address."),
    hold_minutes: z
      .number()
      .min(0)
      .max(43_200)
      .default(0)
      .describe('How long data rests on the device, open to redaction, before it is sent.'),
  }),
  predictors: z.array(predictorId).default(['ranker']).describe('What may predict live; the first is shown.'),
  prediction_visibility: z
    .enum(['off', 'blind', 'open'])
    .default('blind')
    .describe('Seeing a prediction can change what a person does.'),
  goals: z
    .strictObject({
      sessions_per_week: z.int().min(1).max(1000).optional(),
      steps_per_week: z.int().min(1).max(100_000).optional(),
    })
    .optional()
    .describe('What participants are shown to have done of what is hoped for, each week from Monday on.'),
  page_note: z
    .union([z.literal(true), localized])
    .optional()
    .describe("A small note on recorded pages: true for Shoptrace's own words, or the text by language."),
  rationale: z
    .strictObject({
      chance: z
        .partialRecord(askedAbout, z.number().min(0).max(1))
        .describe('Probability of a question after a click, by click type, or after a submission; 0 where left out.'),
      max_per_session: z.int().min(1).max(100).default(3).describe('Questions in one session, at most.'),
      max_per_day: z.int().min(1).max(500).default(10).describe("Questions in one of the participant's days, at most."),
      time_limit_seconds: z
        .int()
        .min(5)
        .max(3600)
        .default(90)
        .describe('How long a question waits for its answer before it counts as missed.'),
      question: localized
        .optional()
        .describe("The question by language; left out, Shoptrace's own: why the participant did this."),
    })
    .optional()
    .describe('Asks participants who agreed to it why they did what they just did.'),
  surveys: z
    .array(survey)
    .max(20)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, { error: 'has two surveys with one id' })
    .optional()
    .describe('Questions to the participants: about themselves, how they shop, or whatever the study wants to know.'),
  retention: z.strictObject({
    device_days: z.int().min(1).max(365).default(30).describe('Acknowledged data leaves the device after this.'),
    collector_days: z.int().min(1).max(3650).describe('The collector deletes what is older than this.'),
  }),
})

export type Study = z.infer<typeof study>
export type StudyFile = z.input<typeof study>
