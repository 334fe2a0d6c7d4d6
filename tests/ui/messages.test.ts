import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMessagesFile } from '@wxt-dev/i18n/build'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sources = globSync('{src,entrypoints}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
  readFileSync(join(root, file), 'utf8'),
)
const code = [...sources, readFileSync(join(root, 'wxt.config.ts'), 'utf8')].join('\n')

test('every message is shown somewhere', async () => {
  const keys = (await parseMessagesFile(join(root, 'locales/en.yml')))
    .map(({ key }) => key.join('.'))
    .filter((key) => !key.startsWith('@@'))
  expect(keys.length).toBeGreaterThan(80)
  expect(keys.filter((key) => !code.includes(`'${key}'`) && !code.includes(`__MSG_${key}__`))).toEqual([])
})

test('no component writes words of its own, but the error panel', () => {
  const offenders = globSync('src/ui/*.tsx', { cwd: root }).flatMap((file) =>
    file.endsWith('ErrorPanel.tsx')
      ? []
      : [...readFileSync(join(root, file), 'utf8').matchAll(/>\s*([A-Za-z][\w ,.']*)\s*<\//g)].map(
          (match) => `${file}: ${match[1]}`,
        ),
  )
  expect(offenders).toEqual([])
})
