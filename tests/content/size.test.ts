import { expect, test } from 'vitest'
import { bundle } from '../support/bundle.ts'

// What every page of a shop loads. The aim is 60 kB (docs/bench.md says what is in the rest).
test('the content script stays within its budget', async () => {
  const source =
    "import { recordDocument } from './src/content/recordDocument.ts'\nrecordDocument(window, new AbortController())"
  const bytes = Buffer.byteLength(await bundle(source, { minify: true }))
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(60_000)
})
