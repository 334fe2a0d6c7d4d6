import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Gallery, openGallery, showIn } from './support/openGallery.ts'

vi.setConfig({ testTimeout: 30_000 })

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery?.close())

const VIEW = { width: 1280, scheme: 'light' } as const
const calls = (page: Page) => page.evaluate(() => window.calls)
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('data-action'))

test('the choices are separate, and none is ticked', async () => {
  const page = await gallery.show('join', 'ready', VIEW)
  expect(
    await page
      .getByRole('checkbox')
      .evaluateAll((boxes) => boxes.map((box) => [box.id, (box as HTMLInputElement).checked])),
  ).toEqual([
    ['choice-recording', false],
    ['choice-page_content', false],
    ['choice-live_prediction', false],
    ['choice-outside_model', false],
  ])
  await page.context().close()
})

test('a study without an outside model and page content does not ask for them', async () => {
  const page = await gallery.show('join', 'ready_inside', VIEW)
  expect(await page.getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => box.id))).toEqual([
    'choice-recording',
    'choice-live_prediction',
  ])
  await page.context().close()
})

test('by keyboard: "Agree" says why it waits and leads to the choice; then it passes on just what was ticked', async () => {
  const page = await gallery.show('join', 'ready', VIEW)
  const order: (string | null | undefined)[] = []
  for (let press = 0; press < 7; press++) {
    await page.keyboard.press('Tab')
    order.push(await focused(page))
  }
  expect(order).toEqual([
    null,
    'choice-recording',
    'choice-page_content',
    'choice-live_prediction',
    'choice-outside_model',
    'agree',
    'decline',
  ])
  await page.keyboard.press('Shift+Tab')
  const agree = page.locator('[data-action=agree]')
  expect(await agree.getAttribute('aria-disabled')).toBe('true')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([])
  expect(await focused(page)).toBe('choice-recording')
  expect(await page.locator('#agree-reason').textContent()).toBe('To join, tick the recording choice.')

  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  expect(await agree.getAttribute('aria-disabled')).toBe('false')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const choices = {
    recording: true,
    page_content: false,
    rationale: false,
    live_prediction: true,
    outside_model: false,
  }
  expect(await calls(page)).toEqual([['onAgree', choices]])
  await page.context().close()
})

test('taking the tick back makes "Agree" wait again', async () => {
  const page = await gallery.show('join', 'ready', VIEW)
  await page.locator('#choice-recording').check()
  await page.locator('#choice-recording').uncheck()
  await page.locator('[data-action=agree]').click({ force: true })
  await page.locator('.reason.urgent').waitFor()
  expect(await calls(page)).toEqual([])
  await page.context().close()
})

test('"No, thanks" declines', async () => {
  const page = await gallery.show('join', 'ready', VIEW)
  await page.locator('[data-action=decline]').click()
  expect((await calls(page)).map(([name]) => name)).toEqual(['onDecline'])
  await page.context().close()
})

test('the consent text is there in full, in its language, beside who asks, where it goes and for how long', async () => {
  const page = await gallery.show('join', 'ready', VIEW)
  expect(await page.locator('.consent-text').getAttribute('lang')).toBe('en')
  expect(await page.locator('.consent-text p').count()).toBe(3)
  const facts = ((await page.locator('.facts').textContent()) ?? '').replace(/\s+/g, ' ')
  for (const fact of [
    'Dr. Amara Okafor',
    'University of Example',
    'IRB-2026-0417',
    '*.harborandpine.example',
    '127.0.0.1:8080',
    'collector.university.example',
    'for 24 hours',
    '730 days',
    '30 days',
    'To learn how people choose what to wear outdoors',
    'A $20 gift card after two weeks',
  ])
    expect(facts).toContain(fact)
  await page.context().close()
})

test.each([
  ['asking', 'asking'],
  ['unreadable', 'asking'],
  ['permission', 'permission'],
  ['renewal', 'ready'],
  ['declined_change', 'declined'],
  ['renewed', 'joined'],
  ['loading', 'loading'],
  ['ready', 'ready'],
  ['joining', 'joining'],
  ['unreachable', 'error'],
  ['malformed', 'error'],
  ['failed', 'error'],
  ['declined', 'declined'],
  ['joined', 'joined'],
  ['already', 'joined'],
])('"%s" is the state "%s" to whoever drives the page', async (sample, state) => {
  const page = await gallery.show('join', sample, VIEW)
  expect(
    await page.locator('[data-state]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-state'))),
  ).toEqual([state])
  expect(await page.getByRole('alert').count()).toBe(state === 'error' ? 1 : 0)
  await page.context().close()
})

test('a malformed study lists every mistake; it can be tried again', async () => {
  const page = await gallery.show('join', 'malformed', VIEW)
  expect(await page.locator('.mistakes li').count()).toBe(3)
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  expect((await calls(page)).map(([name]) => name)).toEqual(['onRetry'])
  await page.context().close()
})

test('a link can be typed', async () => {
  const page = await gallery.show('join', 'asking', VIEW)
  await page.getByLabel('Study link').fill(' https://university.example/study.json ')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([['onLink', 'https://university.example/study.json']])
  await page.context().close()
})

test('a study in one language has no switch; in several, each is called by its own name', async () => {
  const one = await gallery.show('join', 'ready', VIEW)
  expect(await one.getByRole('radio').count()).toBe(0)
  await one.context().close()
  const page = await gallery.show('join', 'ready_languages', VIEW)
  const labels = page.locator('.languages label')
  expect(
    await labels.evaluateAll((nodes) => nodes.map((node) => [node.getAttribute('lang'), node.textContent])),
  ).toEqual([
    ['en', 'English'],
    ['es', 'Español'],
    ['de', 'Deutsch'],
    ['zh-CN', '中文（中国）'],
  ])
  expect(await page.getByRole('radio', { name: 'Deutsch' }).isChecked()).toBe(true)
  expect(await page.locator('.consent-text').getAttribute('lang')).toBe('de')
  expect(await page.locator('.consent-text').textContent()).toContain('Die Teilnahme ist freiwillig')
  await page.context().close()
})

test('the language is switched by keyboard, and ticks are kept', async () => {
  const page = await gallery.show('join', 'ready_languages', VIEW)
  await page.locator('#choice-recording').check()
  await page.getByRole('radio', { name: 'Deutsch' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await calls(page)).toEqual([['onLanguage', 'zh-CN']])
  expect(await page.locator('#choice-recording').isChecked()).toBe(true)
  await page.context().close()
})

test('a changed text is asked for anew, with nothing ticked', async () => {
  const page = await gallery.show('join', 'renewal', VIEW)
  const head = ((await page.locator('.join-head').textContent()) ?? '').replace(/\s+/g, ' ')
  expect(head).toContain('The text has changed')
  expect(head).toContain('You agreed to version 2026-09-01 on Sep 24, 2026')
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
  await page.locator('#choice-recording').check()
  await page.getByRole('button', { name: 'Agree and go on' }).press('Enter')
  const choices = {
    recording: true,
    page_content: false,
    rationale: false,
    live_prediction: false,
    outside_model: false,
  }
  expect(await calls(page)).toEqual([['onAgree', choices]])
  await page.context().close()
})

test('a copy is kept with what is ticked so far, and after joining with what was agreed to', async () => {
  const page = await gallery.show('join', 'ready', VIEW)
  await page.locator('#choice-page_content').check()
  await page.getByRole('button', { name: 'Keep a copy' }).press('Enter')
  const ticked = {
    recording: false,
    page_content: true,
    rationale: false,
    live_prediction: false,
    outside_model: false,
  }
  expect(await calls(page)).toEqual([['onKeepCopy', ticked]])
  await showIn(page, 'join', 'joined')
  await page.getByRole('button', { name: 'Keep a copy' }).press('Enter')
  expect((await calls(page)).at(-1)).toEqual(['onKeepCopy', null])
  await page.context().close()
})

test.each([
  ['permission', 'Allow access', 'onAllow'],
  ['declined_change', 'Options', 'onOptions'],
])('in "%s", "%s" calls %s', async (sample, name, call) => {
  const page = await gallery.show('join', sample, VIEW)
  await page.getByRole('button', { name }).press('Enter')
  expect((await calls(page)).map(([called]) => called)).toEqual([call])
  await page.context().close()
})

test('the focus goes to the news when what was pressed is gone', async () => {
  const page = await gallery.show('join', 'ready', VIEW)
  await page.locator('[data-action=decline]').focus()
  await showIn(page, 'join', 'declined')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('That is fine')
  await page.context().close()
})
