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
const calls = (page: Page) => page.evaluate(() => window.calls)

test('a question is answered by Enter, in words, and says what it is about', async () => {
  const page = await gallery.show('corner', 'question', VIEW)
  const question = page.getByRole('form', { name: 'A question from the study' })
  expect(await question.textContent()).toContain('Hearthwick quarry three layer rain jacket')
  await page.getByLabel('Why did you do this?').fill('It rains a lot here')
  await page.keyboard.press('Enter')
  expect(await calls(page)).toEqual([['onAnswer', { outcome: 'answered', text: 'It rains a lot here', less: false }]])
  await page.context().close()
})

test.each([
  ['Skip', { outcome: 'skipped', text: '', less: false }],
  ['Ask me less', { outcome: 'skipped', text: '', less: true }],
])('"%s" by keyboard, whatever was typed', async (name, answer) => {
  const page = await gallery.show('corner', 'question', VIEW)
  await page.getByLabel('Why did you do this?').fill('nobody needs to know')
  await page.getByRole('button', { name, exact: true }).press('Enter')
  expect(await calls(page)).toEqual([['onAnswer', answer]])
  await page.context().close()
})

test('nothing is sent where nothing was written', async () => {
  const page = await gallery.show('corner', 'question', VIEW)
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter')
  expect(await calls(page)).toEqual([])
  await page.context().close()
})

test('a question takes no focus; everything in it is reached by Tab', async () => {
  const page = await gallery.show('corner', 'question', VIEW)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  const reached: (string | null)[] = []
  for (let turn = 0; turn < 4; turn++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(
        () => document.activeElement?.getAttribute('data-action') ?? document.activeElement?.id ?? null,
      ),
    )
  }
  expect(reached).toEqual(['shoptrace-why', 'answer', 'skip', 'less'])
  await page.context().close()
})

test('the study asks in its own words and its own language', async () => {
  const page = await gallery.show('corner', 'both', VIEW)
  const label = page.locator('.question-label')
  expect(await label.textContent()).toBe('Was hat Sie dazu bewogen, gerade diese Regenjacke näher anzusehen?')
  expect(await label.getAttribute('lang')).toBe('de')
  await page.getByRole('button', { name: 'Close the note' }).press('Enter')
  expect((await calls(page)).map(([name]) => name)).toEqual(['onClose'])
  await page.context().close()
})

test.each([
  ['recording', 'In this tab', ['onPauseHere', 'tab']],
  ['recording', 'On harborandpine.example', ['onPauseHere', 'site']],
  ['paused_tab', 'Resume here', ['onResumeHere']],
  ['paused_site', 'Resume', ['onResumeSite', 'another-shop.example']],
])('in the popup that is %s, "%s"', async (sample, name, call) => {
  const page = await gallery.show('popup', sample, VIEW)
  await page.getByRole('button', { name, exact: true }).press('Enter')
  const [[done, value] = []] = await calls(page)
  expect(value instanceof Object ? [done] : [done, value]).toEqual(call)
  await page.context().close()
})

test.each([
  ['recording', 'recording', '2 of 3'],
  ['reached', 'recording', 'Thank you!'],
  ['private_page', 'type_only', 'Only the kind of page is kept'],
  ['elsewhere', 'elsewhere', 'not in one of the study’s shops'],
  ['private_window', 'elsewhere', 'private windows'],
  ['paused_tab', 'paused', 'until you resume or close the tab'],
  ['paused_site', 'paused', 'Paused on shop.harborandpine.example'],
  ['paused', 'paused', 'Nothing is recorded until you resume.'],
])('the popup (%s) says %s in words', async (sample, state, words) => {
  const page = await gallery.show('popup', sample, VIEW)
  expect(await page.locator('[data-recording]').getAttribute('data-recording')).toBe(state)
  expect(await page.locator('main').textContent()).toContain(words)
  await page.context().close()
})
