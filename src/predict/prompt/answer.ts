import { z } from 'zod'

/** What a model must answer: one schema for every page, since a schema with the page's names would compile per page. */
const answer = z.strictObject({
  rationale: z.string(),
  candidates: z.array(
    z.strictObject({
      action: z.strictObject({
        type: z.enum(['click', 'type_and_submit', 'terminate']),
        name: z.string(),
        text: z.string(),
      }),
      probability: z.number(),
    }),
  ),
})

export type Answer = z.infer<typeof answer>

/** `answer` as the JSON Schema that is sent; written out, because providers take a subset of what generators write. */
export const answerSchema = {
  type: 'object',
  properties: {
    rationale: { type: 'string' },
    candidates: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          action: {
            type: 'object',
            properties: {
              type: { type: 'string', enum: ['click', 'type_and_submit', 'terminate'] },
              name: { type: 'string' },
              text: { type: 'string' },
            },
            required: ['type', 'name', 'text'],
            additionalProperties: false,
          },
          probability: { type: 'number' },
        },
        required: ['action', 'probability'],
        additionalProperties: false,
      },
    },
  },
  required: ['rationale', 'candidates'],
  additionalProperties: false,
} as const

/** The answer in a model's text, or null where it is not of the form. */
export function parseAnswer(text: string): Answer | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  return answer.safeParse(value).data ?? null
}
