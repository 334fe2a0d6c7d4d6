import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { rememberFixed } from '../../src/privacy/rememberFixed.ts'
import * as plant from './plant.ts'
import { SHOP_TEXTS } from './shopTexts.ts'

const scrubAfresh = (context: string): string => makeScrubbers('https://shop.example/', (text) => text).context(context)

const encode = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
/** What is personal by its neighbour alone, for the most part. */
const text = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom('Deliver to', 'Order number', 'Name:', 'Signed in as', 'ZIP') },
    { weight: 5, arbitrary: fc.constantFrom('Jane Roe', '7712345', 'Add to cart', '90210') },
    { weight: 2, arbitrary: fc.constantFrom(...SHOP_TEXTS) },
    { weight: 1, arbitrary: fc.oneof(plant.email, plant.card, plant.order, plant.addresses.us) },
  )
  .map(encode)
const line = fc.oneof(
  { weight: 3, arbitrary: text },
  text.map((said) => `<button name="${said.replace(/\W+/g, '_').toLowerCase()}">${said}</button>`),
  text.map((said) => `<input name="field" value="${said.replaceAll('"', '')}">`),
)
const QUIET = SHOP_TEXTS.map(encode).filter((said) => !said.includes('\n') && scrubAfresh(said) === said)
/** A long page with nothing to scrub. */
const PAGE = Array.from({ length: 420 }, (_, at) => [
  `<li name="thing_${at}">`,
  QUIET[at % QUIET.length] ?? '',
  '</li>',
]).flat()

/** Close to each other, so that a label comes to stand before what was there already. */
const edits = fc.array(fc.record({ at: fc.nat(3), cut: fc.nat(1), put: fc.array(line, { maxLength: 2 }) }), {
  minLength: 4,
  maxLength: 12,
})

test('what is remembered changes no context, whatever is put in, taken out or put back', () => {
  let looks = 0
  fc.assert(
    fc.property(edits, (changes) => {
      const scrubbedAt: number[] = []
      const remembered = rememberFixed((context) => {
        scrubbedAt.push(context.length)
        return scrubAfresh(context)
      })
      remembered(PAGE.join('\n'))
      let lines = PAGE
      for (const { at, cut, put } of changes) {
        lines = lines.toSpliced(600 + at, cut, ...put)
        const context = lines.join('\n')
        expect(remembered(context)).toBe(scrubAfresh(context))
        if ((scrubbedAt.at(-1) ?? 0) < context.length / 2) looks++
      }
    }),
    { numRuns: 25, seed: 20261126 },
  )
  expect(looks).toBeGreaterThan(30)
})

test('of a page that is nearly the same only a small part is scrubbed again', () => {
  const lines = Array.from({ length: 2000 }, (_, at) => `<button name="like_${at}">Like chair number ${at}</button>`)
  const lengths: number[] = []
  const remembered = rememberFixed((context) => {
    lengths.push(context.length)
    return scrubAfresh(context)
  })
  remembered(lines.join('\n'))
  const changed = lines.with(1000, '<button name="like_1000">Liked</button>').join('\n')
  expect(remembered(changed)).toBe(changed)
  const hidden = lines.with(1000, 'Deliver to').with(1001, 'Jane Roe, 12 Main Street').join('\n')
  expect(remembered(hidden)).toBe(scrubAfresh(hidden))
  expect(remembered(hidden)).not.toContain('Jane Roe')
  expect(lengths[1]).toBeLessThan(changed.length / 10)
})
