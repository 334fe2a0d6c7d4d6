import { afterAll, beforeAll, expect, test } from 'vitest'
import { readingText } from '../../src/worker/readingText.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

async function contextOf(html: string, prepare?: string): Promise<string> {
  const page = await browser.open(html)
  try {
    if (prepare) await page.evaluate(prepare)
    return await page.evaluate(() => pageHarness.look().observation.context)
  } finally {
    await page.close()
  }
}

test('fields that shadow the properties of their form and of the document', async () => {
  const shadows = [
    'id',
    'children',
    'firstChild',
    'nextSibling',
    'parentNode',
    'localName',
    'getAttribute',
    'checkVisibility',
    'nodeType',
    'elements',
    'assignedSlot',
    'shadowRoot',
    'offsetHeight',
    'getBoundingClientRect',
    'action',
    'ownerDocument',
    'getRootNode',
  ] // prettier-ignore
  const fields = shadows.map((name) => `<input name="${name}" aria-label="Field ${name}">`).join('')
  const context = await contextOf(
    `<img name="body"><img name="documentElement"><img name="title"><img name="location2"><form action="/cart/add" id="f">${fields}<button>Add to cart</button></form>`,
  )
  expect(context).toContain('name="add_to_cart"')
  for (const name of shadows) expect(context).toContain(`name="field_${name.toLowerCase()}"`)
})

test('elements nested 1,500 deep (Chromium itself breaks at twice that)', async () => {
  const context = await contextOf(
    '<main></main>',
    `let at = document.querySelector('main')
     for (let depth = 0; depth < 1500; depth++) { const next = document.createElement('div'); at.append(next); at = next }
     at.innerHTML = '<a href="/deep">Deep link</a>'`,
  )
  expect(context).toContain('name="deep_link"')
})

test('blocks nested 2,000 deep, each with something to act on', async () => {
  const context = await contextOf(
    '<main></main>',
    `let at = document.querySelector('main')
     for (let depth = 0; depth < 2000; depth++) { const next = document.createElement('section'); next.setAttribute('aria-label', 'Level ' + depth); const link = document.createElement('a'); link.href = '/' + depth; link.textContent = 'Link ' + depth; at.append(link, next); at = next }`,
  )
  expect(context).toContain('name="link_0"')
  expect(context.match(/<a /g)?.length).toBe(2000)
})

test('one text of two million letters, and one attribute', async () => {
  const context = await contextOf(
    '<main><a href="/a">x</a></main>',
    `document.querySelector('main').append('word '.repeat(400000)); document.querySelector('a').setAttribute('aria-label', 'name '.repeat(200000))`,
  )
  expect(context.length).toBeLessThan(3000)
})

test('names longer than the dataset allows do not come up', async () => {
  const page = await browser.open(
    Array.from(
      { length: 30 },
      (_, depth) =>
        `<section aria-label="A rather long label of section ${'abcdefghijklmnopqrstuvwxyzabcdef'[depth]} ${depth}"><a href="/${depth}">Link</a>`,
    ).join(''),
  )
  const longest = await page.evaluate(() => {
    const view = pageHarness.look()
    return Math.max(...[...document.links].map((link) => view.nameOf(link)?.name.length ?? 0))
  })
  await page.close()
  expect(longest).toBeGreaterThan(0)
  expect(longest).toBeLessThanOrEqual(400)
})

test('markup in texts and names stays text', async () => {
  const context = await contextOf(
    '<main><a href="/a" aria-label="&lt;/a&gt;&lt;button name=&quot;x&quot;&gt;">&lt;b&gt; &amp; "c"</a></main>',
  )
  expect(context).not.toContain('<button')
  expect(context).toContain('&lt;b&gt; &amp; &quot;c&quot;')
})

test('a document without a body', async () => {
  const page = await browser.open('<p>x</p>')
  const context = await page.evaluate(() => {
    document.body.remove()
    return pageHarness.look().observation.context
  })
  await page.close()
  expect(context).toBe('')
})

test('a page that fades in from nothing is read all the same', async () => {
  expect(await contextOf('<body style="opacity:0"><main><a href="/a">Shop</a></main>')).toContain('name="shop"')
  expect(await contextOf('<div id="app" style="opacity:0"><main><a href="/a">Shop</a></main></div>')).toContain(
    'name="shop"',
  )
})

test('whatever stands in attributes, the background can read what was read', async () => {
  const long = 'x'.repeat(9000)
  const wild = ['a@b.co '.repeat(2000), long, '-7', '1e9', '2.5', '\ud800 \u0000', 'constructor', '"}],"']
  const attributes =
    'aria-label title alt placeholder value name id role aria-level type class href action onclick autocomplete lang data-asin'
  const html = wild
    .flatMap((value) => {
      const all = attributes
        .split(' ')
        .map((name) => `${name}="${value.replaceAll('"', '&quot;')}"`)
        .join(' ')
      return ['input', 'button', 'a', 'select', 'textarea', 'h2', 'div', 'form', 'section', 'label', 'img', 'li'].map(
        (tag) =>
          `<${tag} ${all}><${tag} role="heading" ${all}><option ${all} label="${long}">${long}</option>${long}<a href="${long}">${long}</a><input type="checkbox" value="${long}"></${tag}>`,
      )
    })
    .join('')
  const page = await browser.open(
    `<!doctype html><html lang="${long}"><title>${long}</title><meta property="og:type" content="${long}">${html}`,
    `https://shop.example/${long.slice(0, 1500)}?route=${long.slice(0, 3000)}&q=1`,
  )
  const reading = await page.evaluate(() => pageHarness.readingOf())
  await page.close()
  expect(readingText.safeParse(reading).error?.issues).toBeUndefined()
  expect(reading.length).toBeGreaterThan(10_000)
})
