import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { rememberScrubbed } from '../../src/privacy/rememberScrubbed.ts'
import * as plant from './plant.ts'
import { SHOP_TEXTS } from './shopTexts.ts'

const URL = 'https://shop.example/'
const LABELS = [
  'Deliver to',
  'Ship to',
  'Order number',
  'Name:',
  'Hello,',
  'Phone',
  'Your password',
  'Signed in as',
  'ZIP',
  'by',
]
const said = fc.oneof(
  fc.constantFrom(...SHOP_TEXTS),
  fc.constantFrom(...LABELS, 'Jane Roe', 'Add to cart', '7712345'),
  plant.email,
  plant.card,
  plant.order,
  plant.labelledOrder,
  plant.oneTimeCode,
  plant.addresses.us,
  plant.addresses.de,
)
const runs = fc.array(fc.array(said, { maxLength: 3 }), { minLength: 1, maxLength: 12 })

test('a run is scrubbed alike whatever stands before and after it, and whatever is remembered', () => {
  fc.assert(
    fc.property(runs, (page) => {
      const whole = rememberScrubbed(URL, (text) => text).runs(page)
      const one = rememberScrubbed(URL, (text) => text)
      const alone = [...page].reverse().map((run) => one.runs([run])[0])
      expect(alone.reverse()).toEqual(whole)
      expect(one.runs(page)).toEqual(whole)
    }),
    { numRuns: 300, seed: 20261126 },
  )
})

test('within a run one text tells what the next one holds', () => {
  const { runs: scrub } = rememberScrubbed(URL, (text) => text)
  expect(scrub([['Deliver to', 'Jane Roe'], ['Deliver to'], ['Jane Roe']])).toEqual([
    ['Deliver to', '[destination]'],
    ['Deliver to'],
    ['Jane Roe'],
  ])
})

test('other words, and another country, remember nothing of each other', () => {
  const text = 'Call 030 12345678, Roe'
  const scrub = (url: string, words: (said: string) => string) => rememberScrubbed(url, words).code(text)
  const plain = (said: string): string => said
  expect(scrub('https://shop.de/', plain)).toBe(makeScrubbers('https://shop.de/', plain).text(text))
  expect(scrub('https://shop.example/', plain)).toBe(makeScrubbers('https://shop.example/', plain).text(text))
  expect(scrub('https://shop.de/', (said) => said.replace('Roe', '[word]'))).toContain('[word]')
  expect(scrub('https://shop.de/', plain)).toContain('Roe')
})
