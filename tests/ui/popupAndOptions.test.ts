import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Gallery, openGallery } from './support/openGallery.ts'

vi.setConfig({ testTimeout: 30_000 })

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery?.close())

const VIEW = { width: 320, scheme: 'light' } as const
/** What was called, without the browser's events. */
const calls = (page: Page) =>
  page.evaluate(() => window.calls.map(([name, value]) => (value instanceof Event ? [name] : [name, value])))
/** Resolves when the control has the focus. */
const focused = (page: Page, action: string) => page.locator(`[data-action=${action}]:focus`).waitFor()

test.each([
  ['1', '15 minutes', 15],
  ['2', '1 hour', 60],
  ['3', 'No time limit', null],
])('the popup pauses (button %s: %s)', async (_, name, minutes) => {
  const page = await gallery.show('popup', 'recording', VIEW)
  await page.getByRole('button', { name }).press('Enter')
  expect(await calls(page)).toEqual([['onPause', minutes]])
  await page.context().close()
})

test.each([
  ['paused', 'Resume recording', 'onResume'],
  ['recording', 'Side panel', 'onOpenPanel'],
  ['unjoined', 'Join a study', 'onJoin'],
  ['outdated', 'See what is needed', 'onJoin'],
  ['recording', 'Options', 'onOptions'],
])('in the popup that is %s, "%s" calls %s', async (sample, name, call) => {
  const page = await gallery.show('popup', sample, VIEW)
  await page.getByRole('button', { name }).press('Enter')
  expect(await calls(page)).toEqual([[call]])
  await page.context().close()
})

test.each([
  ['joined', 'Keep a copy', 'onKeepCopy'],
  ['outdated', 'See what is needed', 'onJoin'],
  ['withdrawn', 'Join a study', 'onJoin'],
])('in the options (%s), "%s" calls %s', async (sample, name, call) => {
  const page = await gallery.show('options', sample, VIEW)
  await page.getByRole('button', { name }).press('Enter')
  expect(await calls(page)).toEqual([[call]])
  await page.context().close()
})

test('the researcher can be written to', async () => {
  const page = await gallery.show('options', 'joined', VIEW)
  const link = page.getByRole('link', { name: 'shopping-study@university.example' })
  expect(await link.getAttribute('href')).toBe('mailto:shopping-study@university.example')
  expect(await page.locator('.facts').textContent()).toContain('Dr. Amara Okafor')
  await page.context().close()
})

test('who has not joined can neither pause nor leave', async () => {
  const page = await gallery.show('popup', 'unjoined', VIEW)
  expect(await page.getByRole('button').allTextContents()).toEqual(['Options', 'Join a study'])
  await page.context().close()
})

test.each([
  ['popup', 'recording', 'leave', 'onLeave'],
  ['options', 'joined', 'withdraw', 'onWithdraw'],
])(
  'in the %s (%s) leaving takes two clicks, by keyboard, and can be taken back after the first',
  async (component, sample, action, call) => {
    const page = await gallery.show(component, sample, VIEW)
    await page.locator(`[data-action=ask-${action}]`).focus()
    await page.keyboard.press('Enter')
    await focused(page, action)
    expect(await page.getByRole('alertdialog').textContent()).toContain('This cannot be undone.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await focused(page, `ask-${action}`)
    expect(await calls(page)).toEqual([])
    await page.keyboard.press('Enter')
    await focused(page, action)
    await page.keyboard.press('Enter')
    expect((await calls(page)).map(([name]) => name)).toEqual([call])
    await page.context().close()
  },
)

test('the key is typed unseen, passed on once, and not kept in the page', async () => {
  const page = await gallery.show('options', 'joined', VIEW)
  const field = page.getByLabel('API key for Claude')
  expect(await field.getAttribute('type')).toBe('password')
  expect(await field.getAttribute('autocomplete')).toBe('off')
  await field.fill('sk-test-key')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([['onSaveKey', 'sk-test-key']])
  expect(await field.inputValue()).toBe('')
  await page.context().close()
})

test('a model is chosen once there is a key', async () => {
  const without = await gallery.show('options', 'joined', VIEW)
  expect(await without.getByLabel('Model', { exact: true }).isDisabled()).toBe(true)
  await without.context().close()
  const page = await gallery.show('options', 'key', VIEW)
  await page.getByLabel('Model', { exact: true }).selectOption('Claude Sonnet 5.5')
  await page.getByLabel('Model', { exact: true }).selectOption('None')
  expect(await calls(page)).toEqual([
    ['onModel', 'claude-sonnet-5-5'],
    ['onModel', null],
  ])
  await page.context().close()
})

test.each([
  ['withdrawn', '160 items'],
  ['later', 'It is asked again until it confirms.'],
])('after leaving (%s) the page says what the collector confirmed', async (sample, words) => {
  const page = await gallery.show('options', sample, VIEW)
  expect(await page.locator('.receipt').textContent()).toContain(words)
  expect(await page.locator('[data-action=ask-withdraw]').count()).toBe(0)
  await page.context().close()
})
