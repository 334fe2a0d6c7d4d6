import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Gallery, openGallery } from '../ui/support/openGallery.ts'

vi.setConfig({ testTimeout: 60_000 })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery?.close())

const VIEW = { width: 320, scheme: 'light' } as const
const calls = (page: Page) =>
  page.evaluate(() =>
    window.calls.map(([name, ...args]) => [name, ...args.filter((value) => !(value instanceof Event))]),
  )

/** Opens everything that is folded away, until nothing is. */
async function unfold(page: Page): Promise<void> {
  for (;;) {
    const folded = page.locator('details:not([open]) > summary')
    if ((await folded.count()) === 0) return
    await folded.first().click()
  }
}

test.each([
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('with everything unfolded it passes axe and fits: %i px, %s', async (width, scheme) => {
  const page = await gallery.show('mydata', 'whole', { width, scheme })
  await unfold(page)
  await page.locator('[data-action="ask-delete-all"]').click()
  await page.getByLabel('Word or phrase').fill('Anna')
  await page.getByRole('button', { name: 'Remove “Anna” from all my data' }).click()
  await page.evaluate(axe)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  expect(results.passes.length).toBeGreaterThan(15)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over).toBe(0)
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/${width}-${scheme}.png`, fullPage: true })
  await page.context().close()
})

test('what was scrubbed is a labelled blank, in text, in what was done and in what is stored', async () => {
  const page = await gallery.show('mydata', 'whole', VIEW)
  await unfold(page)
  const blanks = await page.locator('.tree').first().locator('.blank').allTextContents()
  expect(blanks.map((text) => text.trim())).toEqual([
    'Taken out: destination',
    'Taken out: greeting',
    'Taken out: email',
  ])
  expect(await page.locator('.page-content').first().locator('dd').first().textContent()).toBe(
    'Rain jackets for Taken out: word - Harbor & Pine',
  )
  expect(await page.locator('.raw pre .blank').count()).toBeGreaterThan(5)
  await page.context().close()
})

test('a page reads as a tree: regions, links, buttons, fields with what they hold', async () => {
  const page = await gallery.show('mydata', 'whole', VIEW)
  await unfold(page)
  const lines = (await page.locator('.page-content').first().locator('.tree li').allInnerTexts())
    .map((text) => text.split('\n')[0]?.trim())
    .filter(Boolean)
  expect(lines).toContain('nav bar')
  expect(lines).toContain('Field Search · rain jacket')
  expect(lines).toContain('quarry rain jacket')
  expect(lines).toContain('Link Hearthwick Quarry three-layer rain jacket & hood')
  expect(lines).toContain('4.6 out of 5 stars')
  expect(lines).toContain('Button Add to cart')
  expect(lines).toContain('Field Size S ✓ M')
  await page.context().close()
})

test('each step says where it is', async () => {
  const page = await gallery.show('mydata', 'whole', VIEW)
  expect((await page.locator('.my-step-head .tag').allInnerTexts()).map((text) => text.trim())).toEqual([
    'Rests here until Nov 24, 2026, 2:03 PM',
    'Waits to be sent',
    expect.stringMatching(/^Sent Nov 22, 2026/),
  ])
  expect(await page.locator('.my-session h3').allInnerTexts()).toEqual([
    'Session of Nov 23, 2026, 2:03 PM',
    'Session of Nov 22, 2026, 2:03 PM',
  ])
  await page.context().close()
})

test.each([
  ['ask-delete-step-10', 'delete-step-10', ['onDeleteStep', [10, 11, 12]]],
  ['ask-delete-step-3', 'delete-step-3', null],
  ['ask-delete-all', 'delete-all', ['onDeleteAll']],
  ['ask-delete-aside-3', 'delete-aside-3', ['onDeleteStep', [3]]],
])('by keyboard, in two presses: %s', async (ask, action, expected) => {
  const page = await gallery.show('mydata', 'whole', VIEW)
  if (!expected) {
    expect(await page.locator(`[data-action="${ask}"]`).count()).toBe(0)
    return page.context().close()
  }
  await page.locator(`[data-action="${ask}"]`).focus()
  await page.keyboard.press('Enter')
  await page.locator(`[data-action="${action}"]:focus`).waitFor()
  expect(await calls(page)).toEqual([])
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([expected])
  await page.context().close()
})

test('a session, a word, a word off the list, and an item of the collector', async () => {
  const page = await gallery.show('mydata', 'whole', VIEW)
  await page.getByRole('button', { name: 'Delete this session' }).first().press('Enter')
  await page.getByRole('button', { name: 'Yes, delete the session' }).press('Enter')
  const word = page.getByLabel('Word or phrase')
  expect(await page.getByRole('button', { name: 'Remove from all my data' }).getAttribute('aria-disabled')).toBe('true')
  await word.fill('  Grandma ')
  await page.getByRole('button', { name: 'Remove “Grandma” from all my data' }).press('Enter')
  await word.fill('Grandmas')
  // Another word is another question: the first answer is not taken for it.
  expect(await page.getByRole('button', { name: 'Yes, remove it' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Remove “Grandmas” from all my data' }).press('Enter')
  await page.getByRole('button', { name: 'Yes, remove it' }).press('Enter')
  expect(await word.inputValue()).toBe('')
  await page.getByRole('button', { name: 'Take off the list Zürich' }).press('Enter')
  await page.getByRole('button', { name: 'Show what is there' }).press('Enter')
  await page.getByRole('button', { name: 'Show older items' }).press('Enter')
  await page.locator('.collected').getByRole('button', { name: 'Delete this item' }).first().press('Enter')
  await page.getByRole('button', { name: 'Yes, delete the item' }).press('Enter')
  expect(await calls(page)).toMatchObject([
    ['onDeleteSession', '00000000-0000-4000-8000-000000000001'],
    ['onRemoveWord', 'Grandmas'],
    ['onKeepWord', 'Zürich'],
    ['onCollected', false],
    ['onCollected', true],
    ['onDeleteCollected', { kind: 'action', seq: 12 }],
  ])
  await page.context().close()
})

test('search by Enter, and back to everything', async () => {
  const page = await gallery.show('mydata', 'searched', VIEW)
  const field = page.getByLabel('Search my data')
  await field.fill('umbrella stand')
  await field.press('Enter')
  await page.getByRole('button', { name: 'Search in older steps' }).press('Enter')
  await page.getByRole('button', { name: 'Show all' }).press('Enter')
  expect(await calls(page)).toEqual([['onSearch', 'umbrella stand'], ['onOlder'], ['onSearch', '']])
  await page.context().close()
})

test('outside of a study there is nothing to see or to do', async () => {
  const page = await gallery.show('mydata', 'outside', VIEW)
  expect(await page.getByRole('button').count()).toBe(0)
  expect(await page.locator('main').textContent()).toContain('You have not joined a study.')
  await page.context().close()
})
