import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSpanFinder } from '../../src/privacy/makeSpanFinder.ts'
import { pagePrivacy } from '../../src/privacy/pagePrivacy.ts'
import { rules } from '../../src/privacy/rules.ts'
import { scrubText } from '../../src/privacy/scrubText.ts'
import * as plant from './plant.ts'

const fragment = fc.oneof(
  fc.constantFrom(
    'Hello, ',
    'Hi ',
    'Welcome back, ',
    'Deliver to ',
    'Order number ',
    'Order # ',
    'Tracking: ',
    'DOB: ',
    'Phone ',
    'Tel. ',
    'CVV ',
    'Passport no. ',
    'Your verification code is ',
    'password: ',
    'ZIP code ',
    'Address: ',
    'Recipient: ',
    'Visa ending in ',
    'John',
    'Anna Smith',
    'Springfield',
    ', IL ',
    '62704',
    ' Main Street',
    'Hauptstraße ',
    'Via Roma ',
    '12',
    '2026',
    '1',
    ' ',
    ' - ',
    '. ',
    '¶',
    '\n',
    '[',
    ']',
    '[name]',
    '[email]',
    '@',
    '$',
    '(at)',
    'number ',
    "'s Orders",
    '\u200b',
    '你好，',
    '配送至 ',
    '市',
    '路8号',
  ),
  plant.email,
  plant.card,
  plant.order,
  fc.oneof(...Object.values(plant.phones)),
  fc.oneof(...Object.values(plant.nationalIds)),
  fc.string({ maxLength: 8 }),
)
const text = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(''))

test('scrubbing twice is scrubbing once, whatever stands beside what', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(text, (value) => {
      const once = scrubText(value)
      expect(scrubText(once)).toBe(once)
      const page = pagePrivacy.scrubText(value)
      expect(pagePrivacy.scrubText(page)).toBe(page)
    }),
    { numRuns: 5000, seed: 5 },
  )
})

test('no rule reaches into a blank', { timeout: 60_000 }, () => {
  const findSpans = makeSpanFinder(rules)
  fc.assert(
    fc.property(text, (value) => {
      for (const { from, to } of findSpans(value))
        expect(value.slice(from, to)).not.toMatch(/\[(?:name|email)|(?:name|email)\]/)
    }),
    { numRuns: 3000, seed: 6 },
  )
})
