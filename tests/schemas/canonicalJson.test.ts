import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../schemas/canonicalJson.ts'
import { observationId } from '../../schemas/observationId.ts'
import { page } from '../buffer/material.ts'

test.each([
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [{ a: { d: [3, { z: null, y: true }], c: 'x' } }, '{"a":{"c":"x","d":[3,{"y":true,"z":null}]}}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  ['é"\n\u2028', '"é\\"\\n\u2028"'],
  [{ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\ufb33': 5 }, '{"\\r":2,"1":3,"€":1,"😀":4,"\ufb33":5}'],
  [[1e21, 0.1, -0, 1e-7], '[1e+21,0.1,0,1e-7]'],
])('%j', (value, expected) => {
  expect(canonicalJson(value)).toBe(expected)
})

test('an observation id is the hash of the other fields, whatever their order', async () => {
  const captured = page('é')
  const text =
    '{"context":"<button name=\\"buy\\">Buy é</button>","language":"en","page_type":"product","recipe":null,' +
    '"schema_version":1,"title":"é","url":"https://shop.example/é"}'
  const expected = createHash('sha256').update(text, 'utf8').digest('hex')
  expect(await observationId(captured)).toBe(expected)
  const turned = Object.fromEntries(Object.entries(captured).reverse()) as typeof captured
  expect(await observationId(turned)).toBe(expected)
  expect(await observationId({ ...captured, title: 'e' })).not.toBe(expected)
})
