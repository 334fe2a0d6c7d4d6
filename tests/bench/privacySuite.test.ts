import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { makeCanaries } from '../../bench/canaries/canary.ts'
import { findLeaks } from '../../bench/canaries/findLeaks.ts'
import { openBody } from '../../bench/canaries/openBody.ts'
import { plantHtml } from '../../bench/canaries/plantHtml.ts'
import { shownCanaries } from '../../bench/canaries/shownCanaries.ts'
import { countKept, sumKept } from '../../bench/suites/privacy/readFacts.ts'

const inner = '{"text":"zoe@zandermail.example"}'

test.each([
  ['plain', Buffer.from(inner)],
  ['gzip', gzipSync(inner)],
  ['gzip inside of a JSON string', Buffer.from(JSON.stringify([{ data: gzipSync(inner).toString('latin1') }]))],
  ['the same, gzipped once more', gzipSync(JSON.stringify({ events: [{ data: gzipSync(inner).toString('latin1') }] }))],
  ['zlib after a line of its own', Buffer.concat([Buffer.from('{"segment_id":0}\n'), deflateSync(inner)])],
])('a body is unpacked: %s', (_, body) => {
  expect(openBody(body).join('\n')).toContain('zoe@zandermail.example')
})

const [phone, name] = makeCanaries('text', [
  ['phone', '(415) 555-2671'],
  ['name', '黄鹂鸟'],
])

test.each(['(415) 555-2671', '415_555_2671', '4155552671', '415%20555%2D2671', '415\\u0020555-2671'])(
  'a secret is found however it is written: %s',
  (text) => {
    expect(
      findLeaks(
        [`before ${text} after`],
        [phone, name].flatMap((one) => one ?? []),
      ),
    ).toEqual([phone])
  },
)

test('also in other scripts, percent-encoded; and nowhere else', () => {
  const both = [phone, name].flatMap((one) => one ?? [])
  expect(findLeaks([`?q=${encodeURIComponent('黄鹂鸟')}`], both)).toEqual([name])
  expect(findLeaks(['415 555 2672', '[phone]', ''], both)).toEqual([])
})

test('every canary that a server can plant is in the planted page, head and body', () => {
  const page = plantHtml('<!doctype html><html><head><title>T</title></head><body class="x"><p>Shop</p></body></html>')
  expect(findLeaks([page], shownCanaries)).toHaveLength(shownCanaries.length)
  expect(page).toMatch(/og:title[\s\S]*<\/head><body class="x">[\s\S]*<p>Shop<\/p>/)
})

test('facts are found in markup, in names and behind escapes', () => {
  const facts = {
    title: ['Kestrel & Co Dome Tent'],
    price: ['$187.00'],
    rating: ['4.5 out of 5'],
    option: ['-Navy-', 'XL'],
  }
  const context = '<a name=\\"kestrel_co_dome_tent\\"></a>\\n$187.00\\n4.5 out of 5 stars<input name=\\"navy\\">'
  const kept = countKept([context], [facts])
  expect(sumKept(kept)).toEqual({ kept: 4, of: 5 })
  expect(kept.option).toEqual({ kept: 1, of: 2, lost: ['XL'] })
  expect(sumKept(countKept(['Kestrel &amp; Co Dome Tent'], [facts])).kept).toBe(1)
})
