import { expect, test } from 'vitest'
import { shrink } from '../../scripts/shrink.ts'
import { bundle } from '../support/bundle.ts'

/** What the build puts around the recorder. */
const FRAME = 600

// What every page of a shop loads; 60 kB is what an end-to-end test holds the built script to.
test('the content script stays within its budget', async () => {
  const source =
    "import { recordDocument } from './src/content/recordDocument.ts'\nrecordDocument(window, new AbortController())"
  const bytes = Buffer.byteLength(await shrink(await bundle(source, { minify: true })))
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(60_000 - FRAME)
})
