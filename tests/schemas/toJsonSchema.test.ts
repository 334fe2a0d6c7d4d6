import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { type PublishedSchema, publishedSchemas, toJsonSchema } from '../../schemas/toJsonSchema.ts'
import { listColumns } from '../../src/dataset/listColumns.ts'

const folder = join(import.meta.dirname, '../../schemas/json')
const names = Object.keys(publishedSchemas) as PublishedSchema[]

test('schemas/json holds a file for each schema, and no other', () => {
  expect(
    globSync('*', { cwd: folder })
      .map((file) => basename(file, '.json'))
      .sort(),
  ).toEqual(names.toSorted())
})

test.each(names)('schemas/json/%s.json is in step; if not, run "node src/cli/writeJsonSchemas.ts"', (name) => {
  expect(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))).toEqual(toJsonSchema(name))
})

test('a study as researchers write it may leave out what has a default', () => {
  expect(toJsonSchema('study').required).not.toContain('predictors')
  expect(toJsonSchema('dataset')).toMatchObject({
    properties: { study: { required: expect.arrayContaining(['predictors']) } },
  })
})

test.each([
  'session-row',
  'step-row',
  'prediction-row',
  'observation',
  'action',
  'prediction',
  'gap',
  'rationale',
  'rationale-row',
] as const)('every recorded field of %s is described', (name) => {
  const columns = listColumns(toJsonSchema(name) as Parameters<typeof listColumns>[0])
  expect(columns.length).toBeGreaterThan(5)
  expect(columns.filter(({ description }) => !description).map(({ path }) => path)).toEqual([])
})
