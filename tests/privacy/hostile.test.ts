import { describe, expect, test } from 'vitest'
import { makePhoneRule } from '../../src/privacy/makePhoneRule.ts'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { makeSpanFinder } from '../../src/privacy/makeSpanFinder.ts'
import { makeTextScrubber } from '../../src/privacy/makeTextScrubber.ts'
import { pagePrivacy } from '../../src/privacy/pagePrivacy.ts'
import { rules } from '../../src/privacy/rules.ts'
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

/** A pattern without its escapes and classes: what is left of `*`, `+` and `{n,}` has no end. */
const endless = (source: string): string[] =>
  source
    .replace(/\\[pPk](?:\{[^}]*\}|<[^>]*>)/g, 'x')
    .replace(/\\./g, 'x')
    .replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x')
    .match(/.{0,12}(?:[*+]|\{\d+,\}).{0,12}/g) ?? []

test('no rule looks further than a fixed distance, so that a text of n characters costs a multiple of n', () => {
  for (const { id, pattern, cue = '' } of [...rules, makePhoneRule(['DE'])])
    expect([...endless(pattern.source), ...endless(cue)], id).toEqual([])
  expect(endless('a+b')).toHaveLength(1)
  expect(endless('[a+]{0,3}\\+')).toEqual([])
})

test.each(['Hello, Anna! ', 'a@b.co ', 'Deliver to A ', '415-555-2671 ', 'DE89 ', 'Order number ', '1 A '])(
  'the passes over a text do not grow with it: %j',
  { timeout: 300_000 },
  (seed) => {
    const find = makeSpanFinder(rules)
    const passes = (length: number): number => {
      let count = 0
      makeTextScrubber((text) => {
        count++
        return find(text)
      })(seed.repeat(Math.ceil(length / seed.length)))
      return count
    }
    expect(passes(100_000)).toBe(passes(1000))
    expect(passes(1000)).toBeLessThanOrEqual(4)
  },
)

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
