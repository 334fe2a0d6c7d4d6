import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Gallery, openGallery } from './support/openGallery.ts'

vi.setConfig({ testTimeout: 30_000 })

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery?.close())

/** The file as a browser reads it: its title, its text, and what it could run or load. */
async function read(sample: 'draft' | 'agreed', locale = 'en') {
  const page = await gallery.open({ width: 1280, scheme: 'light', locale })
  const html = await page.evaluate((which) => window.consentCopy(which), sample)
  await page.setContent(html)
  const facts = {
    html,
    lang: await page.locator('html').getAttribute('lang'),
    heading: await page.locator('h1').textContent(),
    text: (await page.locator('main').allInnerTexts()).join().replace(/\s+/g, ' '),
    consent: await page.locator('.text').evaluate((node) => [node.getAttribute('lang'), node.textContent]),
    active: await page.locator('script, link, img, iframe, [src], [onload]').count(),
  }
  await page.context().close()
  return facts
}

test('a copy says when, what was chosen, which text by its fingerprint, and as whom', async () => {
  const { text, heading, active, consent } = await read('agreed')
  expect(heading).toBe('Your copy of the consent: How <people> shop & "choose"')
  for (const fact of [
    'You agreed on Nov 23, 2026, 2:03 PM.',
    'Record my clicks, searches and the pages I visit in these shops Yes',
    'Also keep what these pages show No',
    'to an outside model (claude-haiku-5-5) to predict my next action No',
    'Approved by the review board, number IRB-2026-0417',
    'A $20 gift card after two weeks',
    'Version 2026-11-01',
    'a'.repeat(64),
    '00000000-0000-4000-8000-000000000077',
    'Passwords, card numbers and other ways to pay',
    'press “Leave and delete my data”',
  ])
    expect(text).toContain(fact)
  expect(consent).toEqual(['en', expect.stringContaining('Taking part is voluntary.')])
  expect(active).toBe(0)
})

test('a copy kept before agreeing does not look like consent', async () => {
  const { text } = await read('draft')
  expect(text).toContain('You had not agreed when you kept this copy')
  expect(text).not.toContain('You agreed on')
  expect(text).not.toContain('Your code name')
})

test('the words around the text are in the language of the extension', async () => {
  const { lang, text, consent } = await read('agreed', 'de')
  expect(lang).toBe('de')
  expect(text).toContain('Sie haben am 23.11.2026, 14:03 zugestimmt.')
  expect(consent[0]).toBe('en')
})
