import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrubText } from '../../src/privacy/scrubText.ts'
import * as plant from './plant.ts'

/** Texts for each kind of identifier; `FUZZ_RUNS=3000` makes more than 100,000 in all. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 400)

const kinds: Record<string, fc.Arbitrary<string>> = {
  email: plant.email,
  card: plant.card,
  iban: plant.iban,
  order: plant.order,
  tracking: plant.tracking,
  ip: plant.ip,
  geo: plant.geo,
  'birth date': plant.birthDate,
  'labelled order': plant.labelledOrder,
  'one-time code': plant.oneTimeCode,
  'e-mail in base64': plant.encodedEmail,
  'address us': plant.addresses.us,
  'address de': plant.addresses.de,
  'postcode uk': plant.postcodeUk,
  ...Object.fromEntries(Object.entries(plant.phones).map(([country, phone]) => [`phone ${country}`, phone])),
  ...Object.fromEntries(Object.entries(plant.nationalIds).map(([country, id]) => [`national id ${country}`, id])),
}

test('greetings of other languages: a name after each is found', () => {
  fc.assert(
    fc.property(plant.greeted, (text) => {
      const name = text.slice(text.indexOf(', ') + 2, -1)
      expect(scrubText(text)).not.toContain(name)
    }),
    { numRuns: RUNS, seed: 20261123 },
  )
})

const hidden = (value: string, output: string): boolean => {
  const bare = value.replace(/[^\p{L}\d]/gu, '')
  return !output.includes(value) && !output.replace(/[^\p{L}\d]/gu, '').includes(bare)
}

test.each(Object.keys(kinds))(
  '%s: at least 99.5 percent of planted values are found, wherever they stand',
  { timeout: 120_000 },
  (name) => {
    const kind = kinds[name] as fc.Arbitrary<string>
    const misses: string[] = []
    let runs = 0
    fc.assert(
      fc.property(kind, plant.sentences, (planted, sentence) => {
        runs++
        const text = sentence.replace('@@', planted)
        // A label stays; what it stands before must go.
        const value = planted.slice(planted.indexOf(': ') + 1).trim()
        const output = scrubText(text)
        if (!hidden(value, output)) misses.push(`${text}  →  ${output}`)
        expect(scrubText(output)).toBe(output)
      }),
      { numRuns: RUNS, seed: 20261123 },
    )
    if (misses.length > 0) console.warn(misses.slice(0, 20).join('\n'))
    expect(1 - misses.length / runs).toBeGreaterThanOrEqual(0.995)
  },
)
