import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { consent, item } from '../schemas/index.ts'
import { BLANK_MEANINGS } from '../src/report/blankMeanings.ts'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'PRIVACY.md'), 'utf8')

/** From a heading that has `words` to the next of the same level or above. */
function section(words: string): string {
  const [, marks = '', rest = ''] = new RegExp(`^(#+) [^\\n]*${words}[^\\n]*\\n([\\s\\S]*)`, 'm').exec(text) ?? []
  return rest.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? ''
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>
  const?: string
  [key: string]: unknown
}

/** Property names of a JSON Schema: its own, whatever its form, and those further in. */
function properties(schema: unknown, own = new Set<string>(), inner = new Set<string>(), depth = 0) {
  if (Array.isArray(schema)) for (const one of schema) properties(one, own, inner, depth)
  else if (schema && typeof schema === 'object') {
    for (const [key, value] of Object.entries(schema as JsonSchema)) {
      if (key !== 'properties') properties(value, own, inner, depth)
      else
        for (const [name, one] of Object.entries(value as Record<string, unknown>)) {
          ;(depth === 0 ? own : inner).add(name)
          properties(one, own, inner, depth + 1)
        }
    }
  }
  return { own, inner }
}

const kinds = (z.toJSONSchema(item, { io: 'input' }) as { oneOf?: JsonSchema[]; anyOf?: JsonSchema[] }).oneOf ?? []
const recorded: [kind: string, schema: unknown][] = [
  ...kinds.map((one): [string, unknown] => [String(one.properties?.kind?.const), one.properties?.data]),
  ['consent', z.toJSONSchema(consent, { io: 'input' })],
]

test('the kinds of items are found', () => {
  expect(recorded.map(([kind]) => kind)).toEqual(expect.arrayContaining(['observation', 'action', 'prediction', 'gap']))
})

test.each(recorded)('PRIVACY.md explains every field of %s, in a section of its own', (kind, schema) => {
  const { own, inner } = properties(schema)
  const here = section(`\\(\`${kind}\`\\)`)
  expect(own.size).toBeGreaterThan(3)
  expect([...own].filter((name) => name !== 'schema_version' && !here.includes(`\`${name}\``))).toEqual([])
  expect([...inner].filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('and what every item carries', () => {
  const { own } = properties(kinds.map(({ properties: all }) => ({ properties: all })))
  const head = section('What is recorded, field by field')
  expect([...own, 'schema_version'].filter((name) => !head.includes(`\`${name}\``))).toEqual([])
})

test('and everything else that lies on the device', () => {
  const read = (pattern: string): string =>
    globSync(pattern, { cwd: root })
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n')
  const keys = [...read('src/platform/stored.ts').matchAll(/'(?:local|session|sync):(\w+)'/g)].map(([, key]) => key)
  const stores = [...read('src/buffer/migrations/*.ts').matchAll(/createObjectStore\('(\w+)'/g)].map(
    ([, store]) => store,
  )
  expect(keys.length).toBeGreaterThan(4)
  expect(stores.length).toBeGreaterThan(4)
  const here = section('On the device besides')
  expect([...keys, ...stores].filter((name) => !here.includes(`\`${name}\``))).toEqual([])
})

test('and every blank', () => {
  const here = section('What is blanked')
  expect(Object.keys(BLANK_MEANINGS).filter((blank) => !here.includes(`\`[${blank}]\``))).toEqual([])
})
