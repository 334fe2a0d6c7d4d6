import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchangeSigns } from '../../src/delta/exchangeSigns.ts'
import { withNames, withoutNames } from '../../src/delta/namesByText.ts'

test.each([
  ['<a name="brass_lamp">Brass Lamp, 40 W</a>', '<a name="~2">Brass Lamp, 40 W</a>'],
  [
    '<li name="brass_lamp">\n<a name="view">Brass lamp</a>\n</li>',
    '<li name="~2">\n<a name="view">Brass lamp</a>\n</li>',
  ],
  ['<a name="4_stars_up">4 stars &amp; up 26</a>', '<a name="~3">4 stars &amp; up 26</a>'],
  ['<a name="dees_lamp" selected>Dee’s lamp</a>', '<a name="~2" selected>Dee’s lamp</a>'],
  ['<a name="leselampe_größe">Leselampe: Größe</a>', '<a name="~2">Leselampe: Größe</a>'],
  ['<a name="lamp">Lam</a>', '<a name="lamp">Lam</a>'],
  ['<a name="brass_lamp_2">Brass lamp</a>', '<a name="brass_lamp_2">Brass lamp</a>'],
  ['<a name="cart"></a>\n<a name="home"></a>', '<a name="cart"></a>\n<a name="home"></a>'],
  ['<a name="~1">Lamp</a>', '\u0001<a name="~1">Lamp</a>'],
  ['\u0001', '\u0001\u0001'],
  ['', ''],
])('%j', (context, short) => {
  expect(withoutNames(context)).toBe(short)
  expect(withNames(short)).toBe(context)
})

const part = fc.constantFrom(
  '<li name="brass_lamp">',
  '<a name="brass">',
  '<a name="~2">',
  ' name="brass_lamp"',
  'Brass lamp',
  'BRASS, lamp &amp; more',
  '\n',
  '</a>',
  '<',
  '>',
  '"',
  '\u0001',
  'İstanbul ',
  'x'.repeat(190),
)

test('whatever a context says, it is told again', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 30 }), (parts) => {
      const context = parts.join('')
      expect(withNames(withoutNames(context))).toBe(context)
      expect(exchangeSigns(exchangeSigns(context))).toBe(context)
    }),
    { seed: 3, numRuns: 2000 },
  )
})

test.each([
  ['of tags', '<li name="brass_lamp"><a name="view"></a><b></b><i></i></li>\n'],
  ['of one tag without an end', ' name="brass_lamp"'],
  ['of text without an end', '<a name="brass_lamp">brass'],
  ['of signs', '<'],
])('a large context %s takes time in proportion to it', (_, part) => {
  const context = part.repeat(Math.ceil(2_000_000 / part.length))
  const started = performance.now()
  expect(withNames(withoutNames(context))).toBe(context)
  expect(performance.now() - started).toBeLessThan(15_000)
})
