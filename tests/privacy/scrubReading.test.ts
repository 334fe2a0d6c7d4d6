import { expect, test } from 'vitest'
import type { PageReading, ReadControl, ReadPart } from '../../schemas/index.ts'
import { scrubReading } from '../../src/privacy/scrubReading.ts'

const reading = (parts: ReadPart[]): PageReading => ({
  url: 'https://shop.example/s?q=lamp&sid=1',
  title: 'Your orders, Jane Roe',
  language: 'en',
  declared: '',
  forms: {},
  parts,
})
const link = (text: string, href = '/a'): ReadPart => ({ control: 'a', role: 'link', text, href })
const field = (label: string): ReadControl => ({ control: 'input', role: 'textbox', label })
const block = (...parts: ReadPart[]): ReadPart => ({ tag: 'div', mask: 0, parts })

/** Parts without what is noted of addresses before they are scrubbed. */
const withoutFacts = (parts: ReadPart[]): unknown =>
  JSON.parse(JSON.stringify(parts, (key, value) => (['to', 'place', 'says'].includes(key) ? undefined : value)))

test.each<[string, ReadPart[], ReadPart[]]>([
  ['a text by itself', ['Hello, Anna! Call 415-555-2671.'], ['Hello, [name]! Call [phone].']],
  ['a link that a text labels', ['Deliver to', link('Jane Roe')], ['Deliver to', link('[destination]')]],
  [
    'across blocks',
    [block('Deliver to'), block(link('Jane Roe'))],
    [block('Deliver to'), block(link('[destination]'))],
  ],
  [
    'a button after a field, which the field does not label',
    ['Last name:', field('Last name'), { control: 'button', role: 'button', text: 'Submit' }],
    ['Last name:', { ...field('Last name'), sensitive: true }, { control: 'button', role: 'button', text: 'Submit' }],
  ],
  [
    'links under a heading, which it does not label',
    [{ text: 'Recipient', heading: 3 }, link('For Her'), link('For Him')],
    [{ text: 'Recipient', heading: 3 }, link('For Her'), link('For Him')],
  ],
  [
    'every text of a control',
    [
      {
        control: 'select',
        role: 'combobox',
        label: 'a@b.co',
        value: 'a@b.co',
        choices: ['a@b.co', 'Red'],
        fixed: 'a@b.co',
      },
    ],
    [
      {
        control: 'select',
        role: 'combobox',
        label: '[email]',
        value: '[email]',
        choices: ['[email]', 'Red'],
        fixed: '[email]',
      },
    ],
  ],
  [
    'a field that asks for something personal in a language that the page does not know',
    [
      { control: 'input', role: 'textbox', label: 'Địa chỉ', value: '12 Lý Thái Tổ' },
      { control: 'textarea', role: 'textbox', label: 'Anwani', value: 'Moi Avenue 7' },
      { control: 'input', role: 'searchbox', label: 'Tên', value: 'giày' },
    ],
    [
      { control: 'input', role: 'textbox', label: 'Địa chỉ', sensitive: true },
      { control: 'textarea', role: 'textbox', label: 'Anwani', sensitive: true },
      { control: 'input', role: 'searchbox', label: 'Tên', value: 'giày' },
    ],
  ],
  ['addresses', [link('Orders', '/orders/7712345?sid=2')], [link('Orders', '/orders/[id]')]],
  ['an address of which nothing may be told', [link('Orders', '?')], [link('Orders', '?')]],
  ['what sells', ['Levi’s 501', link('Lamp No. 7', '/lamp-7')], ['Levi’s 501', link('Lamp No. 7', '/lamp-7')]],
])('%s', (_, parts, expected) => {
  expect(withoutFacts(scrubReading(reading(parts)).parts)).toEqual(expected)
})

test('title and address too, and the participant’s own words everywhere', () => {
  const scrubbed = scrubReading(reading(['Roe wallpaper', link('Roe', '/roe')]), (text) =>
    text.replace(/roe/gi, '[word]'),
  )
  expect(scrubbed).toMatchObject({
    url: 'https://shop.example/s?q=lamp',
    parts: ['[word] wallpaper', link('[word]', '/[word]')],
  })
  expect(scrubbed.title).not.toContain('Roe')
})

test('what tells addresses apart is noted before they are scrubbed', () => {
  const hrefs = ['/dp/B0014CTQ0G?sid=1', '/dp/B0014CTQ0G?sid=2', '/dp/B0057OC5O8', '/', '/list?page=2']
  const noted = scrubReading(reading(hrefs.map((href) => link('x', href)))).parts as ReadControl[]
  expect(new Set(noted.map(({ to }) => to)).size).toBe(5)
  expect(noted.map(({ href }) => href)).toEqual([
    '/dp/B0014CTQ0G',
    '/dp/B0014CTQ0G',
    '/dp/B0057OC5O8',
    '/',
    '/list?page=2',
  ])
  expect(noted[0]?.place).toBe(noted[1]?.place)
  expect(noted[0]?.place).not.toBe(noted[2]?.place)
  expect(noted.map(({ says }) => says)).toEqual(['product', 'product', 'product', '', 'page'])
  expect(noted[3]?.place).toBe('')
})

test('scrubbing twice is scrubbing once', () => {
  const once = scrubReading(
    reading(['Deliver to', link('Jane Roe'), 'Order number', '112-1234567-7654321', field('E-mail')]),
  )
  expect(scrubReading(once)).toEqual(once)
})
