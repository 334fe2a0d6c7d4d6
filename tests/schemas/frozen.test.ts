import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { action, gap, item, prediction } from '../../schemas/index.ts'
import { type PublishedSchema, publishedSchemas } from '../../schemas/toJsonSchema.ts'

const folder = join(import.meta.dirname, '../fixtures/schemas/v1')
const names = Object.keys(publishedSchemas) as PublishedSchema[]
const examplesOf = (name: string): Record<string, unknown>[] =>
  JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

test('every schema has frozen examples, and every example a schema', () => {
  expect(
    globSync('*.json', { cwd: folder })
      .map((file) => basename(file, '.json'))
      .sort(),
  ).toEqual(names.toSorted())
})

test.each(names)('the examples of %s in version 1 still read', (name) => {
  const examples = examplesOf(name)
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) {
    const read = publishedSchemas[name].parse(example)
    // A study file may leave out what has a default; everything else is read as it was written.
    if (name === 'study') expect(read).toMatchObject(example)
    else expect(read).toEqual(example)
  }
})

test.each(names)('the examples of %s are refused with a field more', (name) => {
  for (const example of examplesOf(name)) {
    expect(publishedSchemas[name].safeParse({ ...example, unknown_field: 1 }).success).toBe(false)
  }
})

test.each(names.filter((name) => 'schema_version' in (examplesOf(name)[0] ?? {})))(
  '%s of a version to come is refused',
  (name) => {
    for (const example of examplesOf(name)) {
      expect(
        publishedSchemas[name].safeParse({ ...example, schema_version: Number(example.schema_version) + 1 }).success,
      ).toBe(false)
    }
  },
)

/** All values of a field over the examples of a schema. */
const valuesOf = (name: string, field: string) => [...new Set(examplesOf(name).map((example) => example[field]))].sort()
const variantsOf = (union: z.ZodDiscriminatedUnion, field: string) =>
  union.options.flatMap((option) => [...((option as z.ZodObject).shape[field] as z.ZodLiteral).values]).sort()

test('there is an example of every variant', () => {
  expect(valuesOf('action', 'type')).toEqual(variantsOf(action, 'type'))
  expect(valuesOf('item', 'kind')).toEqual(variantsOf(item, 'kind'))
  expect(valuesOf('gap', 'reason')).toEqual(gap.shape.reason.options.toSorted())
  expect(valuesOf('prediction', 'visibility')).toEqual(prediction.shape.visibility.options.toSorted())
})
