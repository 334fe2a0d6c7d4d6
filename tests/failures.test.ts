import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const rows = readFileSync(join(root, 'docs/failures.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`tests/'))
  .map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? ''))

test('the list names tests', () => {
  expect(rows.length).toBeGreaterThan(25)
})

test.each(rows)('there is a test "%s" in %s', (name, file) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(name)
})
