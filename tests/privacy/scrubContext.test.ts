import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseContext } from '../../schemas/parseContext.ts'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { makeWordScrubber } from '../../src/privacy/participantWords.ts'
import * as plant from './plant.ts'

const scrubbers = (url = 'https://shop.example/', words: string[] = []) => makeScrubbers(url, makeWordScrubber(words))
const scrub = (context: string): string => scrubbers().context(context)

describe('markup stays', () => {
  const page = `<nav name="nav_bar" click_type="nav_bar">
<input name="search_input" label="Search" value="phone case">
<a name="cart">Cart &amp; checkout</a>
</nav>
<section name="search_results" click_type="product_link">
<li name="columbia_shirt">
<a name="view_product" href="/dp/B08N5WRWNW?th=1">Columbia Men&#39;s Shirt, 10 &lt; 12</a>
$19.99 4.5 out of 5 stars (1,234)
</li>
<select name="sort"><option selected>Featured</option><option>Price: low to high</option></select>
</section>`

  test('a page without personal text comes back as it is', () => {
    expect(scrub(page)).toBe(page)
  })

  test('elements, names and attributes are the same after a value was blanked', () => {
    const dirty = page.replace('$19.99', 'call 415-555-2671, john@example.com $19.99')
    const clean = scrub(dirty)
    expect(clean).toContain('call [phone], [email] $19.99')
    expect(parseContext(clean)).toEqual(parseContext(page))
  })

  test('escapes survive: what is decoded to be judged is encoded again', () => {
    expect(scrub('<a name="x">R&amp;D &lt;b&gt; a@b.co &quot;q&quot;</a>')).toBe(
      '<a name="x">R&amp;D &lt;b&gt; [email] &quot;q&quot;</a>',
    )
    expect(scrub('<a name="x" label="&lt;a@b.co&gt;">y</a>')).toBe('<a name="x" label="&lt;[email]&gt;">y</a>')
  })
})

describe('texts are looked at together', () => {
  test.each([
    ['<b>Deliver to</b><b>John Smith</b>', '<b>Deliver to</b><b>[destination]</b>'],
    ['<b>Hello,</b> <b>John</b>', '<b>Hello,</b> <b>[name]</b>'],
    ['<b>Order #</b><b>4471122</b>', '<b>Order #</b><b>[order]</b>'],
    ['<b>Tracking number</b>\n<b>748912345678</b>', '<b>Tracking number</b>\n<b>[tracking]</b>'],
    ['<b>Date of birth</b><b>01/02/1990</b>', '<b>Date of birth</b><b>[birth_date]</b>'],
    ['<b>Phone</b><b>555 1234</b>', '<b>Phone</b><b>[phone]</b>'],
    ['Recipient:\nMax Mustermann\nQuantity: 2', 'Recipient:\n[name]\nQuantity: 2'],
    ['Hi Anna\nYour basket is empty', 'Hi [name]\nYour basket is empty'],
    ['<b>Hello,</b><b>Sign in</b>', '<b>Hello,</b><b>Sign in</b>'],
    ['<b>Ship to</b><b>Add to cart</b>', '<b>Ship to</b><b>Add to cart</b>'],
    ['<b>$19</b><b>99</b><b>1234567890123456</b>', '<b>$19</b><b>99</b><b>1234567890123456</b>'],
  ])('%s → %s', (context, scrubbed) => {
    expect(scrub(context)).toBe(scrubbed)
  })
})

describe('names', () => {
  test.each([
    ['hello_john_account_lists', 'hello_name_account_lists'],
    ['deliver_to_john_springfield_62704', 'deliver_to_destination'],
    ['nav_bar.hello_john.orders', 'nav_bar.hello_name.orders'],
    ['call_415_555_2671', 'call_phone'],
    ['221b_baker_street', 'address'],
    ['order_112_1234567_1234567', 'order_order'],
    [
      'search_results.columbia_mens_shirt_2_pack.view_product',
      'search_results.columbia_mens_shirt_2_pack.view_product',
    ],
    ['hello_kitty_backpack', 'hello_kitty_backpack'],
    ['2', '2'],
    ['page_2_of_400', 'page_2_of_400'],
  ])('%s → %s', (name, scrubbed) => {
    expect(scrubbers().name(name)).toBe(scrubbed)
    expect(scrub(`<a name="${name.split('.').pop()}"></a>`)).toBe(`<a name="${scrubbed.split('.').pop()}"></a>`)
  })

  test('the participant’s words leave names too', () => {
    expect(scrubbers('https://shop.example/', ['Müller']).name('orders_of_mueller.open')).toBe('orders_of_word.open')
  })
})

test('addresses in attributes are reduced', () => {
  expect(scrub('<a name="x" href="/p/5?email=a@b.co&amp;color=red">y</a>')).toBe(
    '<a name="x" href="/p/5?color=red">y</a>',
  )
  expect(scrub('<a name="x" href="mailto:a@b.co">y</a>')).toBe('<a name="x" href="mailto:">y</a>')
})

test('the value of a sensitive field is blanked, that of a search box is kept', () => {
  expect(scrub('<input name="x" label="Vorname" value="Anna">')).toBe(
    '<input name="x" label="Vorname" value="[field]">',
  )
  expect(scrub('<input name="card" type="password" value="hunter2">')).toBe(
    '<input name="card" type="password" value="[field]">',
  )
  expect(scrub('<input name="search" value="lamp">')).toBe('<input name="search" value="lamp">')
})

test('national telephone numbers by the shop’s country', () => {
  const text = '<b>Ring 32 34 56 78</b>'
  expect(scrubbers('https://shop.example.dk/').context(text)).toBe('<b>Ring [phone]</b>')
  expect(scrub(text)).toBe(text)
})

test('any markup, planted values: gone, and a second time changes nothing', { timeout: 60_000 }, () => {
  const noise = fc.constantFrom(
    '<b>',
    '</b>',
    '<a name="x" label="',
    '">',
    '<',
    '>',
    '"',
    '&amp;',
    '&',
    '\n',
    'Deliver to ',
    'Hello, ',
    'John ',
    '$5 ',
    '<input name="a" value="',
  )
  const value = fc.oneof(plant.email, plant.card, plant.order, plant.phones.us ?? plant.email)
  fc.assert(
    fc.property(
      fc.array(noise, { maxLength: 12 }),
      value,
      fc.array(noise, { maxLength: 12 }),
      (before, secret, after) => {
        const once = scrub(`${before.join('')} ${secret} ${after.join('')}`)
        expect(once).not.toContain(secret)
        expect(scrub(once)).toBe(once)
      },
    ),
    { numRuns: 1500, seed: 3 },
  )
})
