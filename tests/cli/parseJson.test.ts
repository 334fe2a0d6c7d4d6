import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JsonMistake, parseJson } from '../../src/cli/study/parseJson.ts'

test.each([
  ['{"a":1,}', 1, 8, 'the comma before this } is one too many'],
  ['[1,\n 2,\n]', 3, 1, 'the comma before this ] is one too many'],
  ['{"a":1\n "b":2}', 2, 2, 'a comma or } is missing before this'],
  ['{"a" 1}', 1, 6, 'a colon is missing after "a"'],
  ['{a:1}', 1, 2, 'a key in double quotes is expected here'],
  ["{'a':1}", 1, 2, 'write "double quotes", not \'single ones\''],
  ['{"a":\'x\'}', 1, 6, 'write "double quotes", not \'single ones\''],
  ['{"a":1, "a":2}', 1, 9, 'the key "a" is given twice'],
  ['{\n// no\n}', 2, 1, 'JSON has no comments: take this one out'],
  ['{"a":"x\ny"}', 1, 6, 'this text has no closing double quote on its line; write a line break as \\n'],
  ['["\\x"]', 1, 2, 'this text has a \\ or a character that JSON does not know'],
  ['["a\tb"]', 1, 2, 'this text has a \\ or a character that JSON does not know'],
  ['["a\u0001b"]', 1, 2, 'this text has a \\ or a character that JSON does not know'],
  ['{"a":[1', 1, 8, 'the file ends before the closing ] of a'],
  ['{"a":', 1, 6, 'the file ends where a value is expected'],
  ['', 1, 1, 'the file ends where a value is expected'],
  ['{"a":01}', 1, 6, 'this is no number as JSON has them'],
  ['{"a":True}', 1, 6, 'a value is expected here: a text in double quotes, a number, true, false, null, [ or {'],
  ['{} {}', 1, 4, 'there is something after the end of the JSON'],
  [`${'['.repeat(300)}`, 1, 202, 'this is nested too deep'],
])('%s: the mistake is placed and explained', (text, line, column, message) => {
  let thrown: unknown
  try {
    parseJson(text)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(JsonMistake)
  const mistake = thrown as JsonMistake
  expect([mistake.place, mistake.message]).toEqual([{ line, column }, message])
})

test('reads all JSON as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), fc.nat(3), (text, indent) => {
      const pretty = JSON.stringify(JSON.parse(text), null, indent)
      expect(JSON.stringify(parseJson(pretty).value)).toBe(JSON.stringify(JSON.parse(pretty)))
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('agrees with JSON.parse on what is no JSON', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '{', ']', ':', '0', '\n', '\\', 'x'),
      (text, at, mark) => {
        const place = at % (text.length + 1)
        const broken = text.slice(0, place) + mark + text.slice(place + 1)
        const outcome = (parse: (text: string) => unknown) => {
          try {
            return JSON.stringify(parse(broken))
          } catch {
            return 'refused'
          }
        }
        const ours = outcome((source) => parseJson(source).value)
        // A key given twice is the one thing refused here and not there.
        if (ours !== 'refused' || outcome(JSON.parse) === 'refused') expect(ours).toBe(outcome(JSON.parse))
        else expect(() => parseJson(broken)).toThrow('given twice')
      },
    ),
    { seed: 7, numRuns: 500 },
  )
})

test('knows the place of every value', () => {
  const { places } = parseJson('{\n  "a": [1,\n    {"b": 2}]\n}')
  expect(Object.fromEntries(places)).toEqual({
    '[]': { line: 1, column: 1 },
    '["a"]': { line: 2, column: 8 },
    '["a",0]': { line: 2, column: 9 },
    '["a",1]': { line: 3, column: 5 },
    '["a",1,"b"]': { line: 3, column: 11 },
  })
})

test('a long text with a missing quote is explained at once', () => {
  expect(() => parseJson(`{"a":"${'x\\n'.repeat(300_000)}`)).toThrow('no closing double quote')
})
