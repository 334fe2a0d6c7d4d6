import { describe, expect, test } from 'vitest'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { pagePrivacy } from '../../src/privacy/pagePrivacy.ts'
import { scrubText } from '../../src/privacy/scrubText.ts'

/** Each repeats to a megabyte. A pattern that backtracks, or looks further than a fixed distance, would not finish. */
const seeds = [
  'a',
  '1',
  ' ',
  '@',
  'a@',
  '1.1.',
  '1-',
  '1:',
  'a1',
  'A1b',
  '%40',
  ' (at) ',
  '+1 ',
  '00 1',
  'DE89 ',
  '((',
  '01 ',
  '€1',
  '¶',
  'Hello, ',
  'Hi A ',
  'Deliver to ',
  'Deliver to A ',
  '1 A ',
  '1 Main St ',
  'Strasse 1 ',
  'Via Roma 1 ',
  '1 rue de la ',
  '市',
  '路1',
  '省市区',
  'Order number ',
  'Tracking: ',
  'DOB: 1',
  'password: ',
  'SW1A 1',
  'AB 12 34 56 ',
  "A's ",
  '415-555-2671 ',
  'a.b@c.',
  'eyJ',
  'A a',
  '\u200b1',
  '１',
]

const megabyte = (seed: string): string => seed.repeat(Math.ceil(1_000_000 / seed.length))

describe('a megabyte of hostile text is finished with', { timeout: 300_000 }, () => {
  test.each(seeds)('%j', (seed) => {
    expect(scrubText(megabyte(seed))).toBeTypeOf('string')
  })
})

test.each(['<a ', '<a b="', '<', '<b>a</b>', '&amp;', '<a name="1_1">', '<input value="1"'])(
  'so is a megabyte of hostile markup: %j',
  { timeout: 300_000 },
  (seed) => {
    const scrubbers = makeScrubbers('https://shop.example.de/', (text) => text)
    expect(scrubbers.context(megabyte(seed))).toBeTypeOf('string')
  },
)

test('and a hostile address', { timeout: 300_000 }, () => {
  for (const seed of ['a/', '%25', 'q=a&', '1;', '@', 'A1b', '#/'])
    expect(pagePrivacy.scrubUrl(`https://shop.example/${megabyte(seed)}`).length).toBeLessThanOrEqual(2000)
})

test('a value at the very end of a megabyte is found', { timeout: 300_000 }, () => {
  expect(scrubText(`${megabyte('lamp 12 ')} john@example.com`).endsWith(' [email]')).toBe(true)
})
