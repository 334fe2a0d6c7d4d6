import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, EditsError } from '../../src/delta/applyEdits.ts'
import { editedLength } from '../../src/delta/editedLength.ts'
import { makeDictionary } from '../../src/delta/makeDictionary.ts'

const MOST = 10_000_000

/** What arrives of a text written as edits of others: through JSON, as on the wire. */
function through(bases: readonly string[], text: string): string {
  const dictionary = makeDictionary()
  for (const base of bases) dictionary.add(base)
  const { bases: used, edits } = dictionary.edit(text)
  expect(editedLength(edits)).toBe(text.length)
  return applyEdits(
    used.map((index) => bases[index] as string),
    JSON.parse(JSON.stringify(edits)),
    MOST,
  )
}

const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('a', '<', '\n', '\ud83d', '\ude00', '😀'), fc.string()) })
/** Lines out of a few, so that texts have much in common, also with themselves. */
const lines = fc
  .array(fc.constantFrom(...Array.from({ length: 12 }, (_, n) => `<a name="item_${n}">${'word '.repeat(n)}</a>\n`)))
  .map((all) => all.join(''))

test.each([
  ['any texts', anyText],
  ['texts of the same lines', lines],
  ['runs of one sign', fc.nat(300).map((n) => 'a'.repeat(n))],
])('what is made from edits is the text: %s', (_, text) => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), text, (bases, target) => {
      expect(through(bases, target)).toBe(target)
    }),
    { seed: 7, numRuns: 500 },
  )
})

test('a part of one base, and of two that stand side by side, is found', () => {
  const [a, b, c] = ['abcdefgh', 'ijklmnop', 'qrstuvwx'].map((part) => part.repeat(5)) as [string, string, string]
  const dictionary = makeDictionary()
  for (const base of [a, b, c]) dictionary.add(base)
  expect(dictionary.edit(`${c}!${b}`)).toEqual({ bases: [1, 2], edits: [[40, 40], '!', [-80, 40]] })
  expect(dictionary.edit(`${b}${c}`)).toEqual({ bases: [1, 2], edits: [[0, 80]] })
  expect(dictionary.edit('something else')).toEqual({ bases: [], edits: ['something else'] })
})

test('a page that changed a little is a little', () => {
  const page = Array.from({ length: 800 }, (_, n) => `<a name="product_${n}">Product ${n} for $${n}.99</a>`).join('\n')
  const dictionary = makeDictionary()
  dictionary.add(page)
  const changed = page.replace('$400.99', '$399.99').replace('Product 7 ', 'Product 7, sold out ')
  expect(JSON.stringify(dictionary.edit(changed).edits).length).toBeLessThan(80)
})

/** How often the text is looked at is counted, not timed. */
function unitsRead(text: string, work: (text: string) => void): number {
  let reads = 0
  const counted = {
    length: text.length,
    slice: (from: number, to: number) => text.slice(from, to),
    charCodeAt(at: number) {
      reads += 1
      return text.charCodeAt(at)
    },
  }
  work(counted as unknown as string)
  return reads
}

test.each([
  ['one sign', (n: number) => 'a'.repeat(n), (n: number) => `${'a'.repeat(n)}b`],
  ['two signs', (n: number) => 'ab'.repeat(n / 2), (n: number) => 'aab'.repeat(n / 3)],
  [
    'pieces just too short',
    (n: number) => `${'a'.repeat(31)}b`.repeat(n / 32),
    (n: number) => `${'a'.repeat(31)}c`.repeat(n / 32),
  ],
])('hostile texts take linear time: %s', (_, base, text) => {
  const cost = (n: number): number =>
    unitsRead(text(n), (target) => {
      const dictionary = makeDictionary()
      dictionary.add(base(n))
      dictionary.edit(target)
    })
  expect(cost(96_000) / cost(12_000)).toBeLessThan(9)
  expect(cost(96_000) / 96_000).toBeLessThan(700)
})

test.each([
  ['before the beginning', [[-1, 5]]],
  ['beyond the end', [[0, 11]]],
  ['by a skip', [[8, 3]]],
  ['far beyond', [[Number.MAX_SAFE_INTEGER, 1]]],
] as const)('edits that reach %s of their bases are refused', (_, edits) => {
  expect(() => applyEdits(['0123456789'], edits as never, MOST)).toThrow(EditsError)
})

test('edits that would make too much are refused before anything is made', () => {
  const base = 'x'.repeat(1000)
  const bomb = Array.from({ length: 1000 }, (_, n): [number, number] => [n === 0 ? 0 : -1000, 1000])
  expect(applyEdits([base], bomb, 1_000_000)).toHaveLength(1_000_000)
  expect(() => applyEdits([base], bomb, 999_999)).toThrow(EditsError)
})
