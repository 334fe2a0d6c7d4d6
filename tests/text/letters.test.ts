import { expect, test } from 'vitest'
import { beginsBig, hasLetter, hasWord, isWordy, replaceNonLetters, replaceSigns } from '../../src/text/letters.ts'

/** Blocks that shops write: Latin, Greek, Cyrillic, Hebrew, Arabic, the scripts of India and Thailand, Georgian, kana, Han, hangul; signs, arrows, full width. */
const BLOCKS: [number, number][] = [
  [0x20, 0x2bf],
  [0x386, 0x52f],
  [0x590, 0x6ff],
  [0x900, 0x9ef],
  [0xa00, 0xaef],
  [0xb80, 0xbef],
  [0xe00, 0xe5f],
  [0x10a0, 0x10f0],
  [0x1e00, 0x1fbc],
  [0x2000, 0x20cf],
  [0x2190, 0x27bf],
  [0x3000, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff00, 0xff9f],
  [0x1f300, 0x1faff],
  [0x20000, 0x200ff],
]

/** What `ask` and `pattern` do not agree on, as code points. */
function differences(ask: (sign: string) => boolean, pattern: RegExp): string[] {
  const found: string[] = []
  for (const [from, to] of BLOCKS) {
    for (let code = from; code <= to; code++) {
      const sign = String.fromCodePoint(code)
      if (/\p{Cn}/u.test(sign)) continue
      if (ask(sign) !== pattern.test(sign)) found.push(code.toString(16))
    }
  }
  return found
}

/** Signs of scripts' own that no shop writes, counted as letters here. */
const RARE = ['3f6', '5c6', '6ff', 'a76']

test('letters are what Unicode says they are, in the scripts that shops write', () => {
  expect(differences((sign) => replaceSigns(sign, '') !== '', /[\p{L}\p{N}\p{M}]/u)).toEqual(RARE)
  expect(differences((sign) => replaceNonLetters(sign, '') !== '', /[\p{L}\p{M}]/u)).toEqual(RARE)
  expect(differences(hasLetter, /[\p{L}\p{M}]/u)).toEqual(RARE)
})

test.each([
  ['a b', false],
  ['né', true],
  ['服务', true],
  ['👍👍', false],
])('a word in %s: %s', (text, expected) => {
  expect(hasWord(text)).toBe(expected)
})

test('what a name begins with: a capital, or a letter of a script without', () => {
  const big = ['John', 'Éva', 'Ω', 'Жанна', '山田', 'जय', '𠀀', 'john', 'éva', 'жанна', 'ß', '9', '—', ''].filter(
    beginsBig,
  )
  expect(big).toEqual(['John', 'Éva', 'Ω', 'Жанна', '山田', 'जय', '𠀀'])
})

test('a unit of a word', () => {
  expect([...'aZ9é語 -…'].map((sign) => isWordy(sign.charCodeAt(0)))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
