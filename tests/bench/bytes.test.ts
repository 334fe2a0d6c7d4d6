import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gatheredSize } from '../../bench/ingest/gatheredSize.ts'
import type { PageSource } from '../../bench/pages/readSavedPages.ts'
import { walkThrough } from '../../bench/suites/bytes/walkThrough.ts'

const body = (length: number): Buffer => Buffer.from(`{${'"x":1,'.repeat(length / 6)}`)

test('JSON bodies are gathered up to a megabyte and gzipped together; others cannot be', () => {
  const small = [body(300_000), body(300_000), body(300_000)]
  expect(gatheredSize(small)).toBe(gzipSync(Buffer.concat(small)).length)
  const [large, other] = [body(900_000), body(300_000)]
  expect(gatheredSize([large, other])).toBe(gzipSync(large).length + gzipSync(other).length)
  expect(gatheredSize([gzipSync(large)])).toBeNull()
  expect(gatheredSize([])).toBeNull()
})

test('one shop is walked through with a return to the results after each product', () => {
  const pages = ['a-cart-1', 'a-home-in', 'a-product-1', 'a-product-2', 'a-search-1', 'b-product'].map(
    (name): PageSource => ({ name, url: `https://${name[0]}.example/${name}`, html: '' }),
  )
  expect(walkThrough(pages).map(({ name }) => name)).toEqual([
    'a-home-in',
    'a-search-1',
    'a-product-1',
    'a-search-1',
    'a-product-2',
    'a-search-1',
    'a-cart-1',
  ])
  expect(walkThrough(pages.filter(({ name }) => !name.includes('search')))).toEqual([])
})
