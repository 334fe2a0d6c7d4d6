import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { action, consent, gap, item, observation, prediction, rationale, surveyAnswer } from '../schemas/index.ts'

const text = readFileSync(join(import.meta.dirname, '../PRIVACY.md'), 'utf8')

/** Every property name in a JSON Schema, however deep. */
function properties(schema: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const one of schema) properties(one, found)
  else if (schema && typeof schema === 'object') {
    const { properties: own } = schema as { properties?: Record<string, unknown> }
    for (const name of Object.keys(own ?? {})) found.add(name)
    for (const value of Object.values(schema)) properties(value, found)
  }
  return found
}

test.each(Object.entries({ observation, action, prediction, gap, rationale, surveyAnswer, consent, item }))(
  'PRIVACY.md explains every field of %s',
  (_, schema) => {
    const names = [...properties(z.toJSONSchema(schema, { io: 'input' }))]
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  },
)
