import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const entry = join(root, 'src/privacy/pagePrivacy.ts')

/** Every file that `file` reaches by imports that survive compilation. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*?from '([^']+)'/gm)) {
    const path = target.startsWith('.') ? join(dirname(file), target) : target
    if (existsSync(path)) reached(path, seen)
    else seen.add(path)
  }
  return seen
}

test('the content script gets neither zod nor the telephone library', () => {
  const packages = [...reached(entry)].filter((path) => !path.startsWith(root))
  expect(packages).toEqual([])
  expect([...reached(join(root, 'src/privacy/scrubItem.ts'))]).toContain('libphonenumber-js/min')
})

test('and no more than 18 kB for its privacy rules', { timeout: 60_000 }, async () => {
  const [result] = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'privacy', fileName: 'privacy' },
    },
  })) as Rolldown.RolldownOutput[]
  expect(Buffer.byteLength(result?.output[0].code ?? '')).toBeGreaterThan(1000)
  expect(Buffer.byteLength(result?.output[0].code ?? '')).toBeLessThanOrEqual(18_000)
})
