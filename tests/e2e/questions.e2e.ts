import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item, Rationale } from '../../schemas/index.ts'
import { exportDataset } from '../../src/dataset/exportDataset.ts'
import { readDataset } from '../../src/dataset/readDataset.ts'
import type { PanelState, Sent } from '../../src/messaging/calls.ts'
import { cornerHands } from './support/cornerHands.ts'
import { startPages, startStudy } from './support/startStudy.ts'

/** The page listens to every key and click, at the first moment it can; a style of its own would hide whatever it does not know. */
const HEAD = `<script>window.heard = []
  for (const type of ['keydown', 'keyup', 'input', 'click', 'pointerdown', 'paste', 'focusin'])
    addEventListener(type, (event) => heard.push([type, event.target.nodeName, event.key ?? '']), true)</script>
  <style>:not(:defined) { display: none; opacity: 0 }</style>`
const PAGES = {
  '/': `<title>Shelves</title>${HEAD}<main><h1>Shelves</h1><p>Shelves for every room</p>
    <a href="/oak">Oak shelf</a> <a href="/pine">Pine shelf</a> <a href="/login">Sign in</a></main>`,
  '/oak': `<title>Oak shelf</title>${HEAD}<meta http-equiv="Content-Security-Policy" content="style-src 'none'"><main><h1>Oak shelf</h1><p>$40</p><a href="/">Back to shelves</a></main>`,
  '/pine': `<title>Pine shelf</title>${HEAD}<main><h1>Pine shelf</h1><p>$20</p><a href="/">Back to shelves</a></main>`,
  '/login': `<title>Sign in</title>${HEAD}<main><h1>Sign in</h1><form><label>E-mail <input type="email" autocomplete="username"></label>
    <label>Password <input type="password" autocomplete="current-password"></label><button>Sign in</button></form><a href="/">Back to shelves</a></main>`,
}
/** Whatever kind of click the pages' links are taken for. */
const ALWAYS = { product_link: 1, other: 1, nav_bar: 1, page_related: 1, review: 1, filter: 1 }

let shop: Awaited<ReturnType<typeof startPages>>
beforeAll(async () => {
  shop = await startPages(PAGES)
})
afterAll(() => shop.close())

/** Looks again until it is so. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 })

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[][] }).heard)
const said = (items: Item[]): Rationale[] => items.flatMap((item) => (item.kind === 'rationale' ? [item.data] : []))
const clicked = (items: Item[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'action' && item.data.type !== 'tab' && item.data.type !== 'navigate'
      ? ['name' in item.data ? (item.data.name.split('.').at(-1) ?? '') : item.data.type]
      : [],
  )

test('why: asked after the navigation, answered, skipped, wished for less, missed; from the page to the dataset, and deleted with its step', async () => {
  const study = await startStudy('questions', [`${shop.origin}/*`], {
    page_note: { en: 'This visit is part of a test.' },
    goals: { steps_per_week: 10 },
    rationale: {
      chance: ALWAYS,
      time_limit_seconds: 15,
      max_per_session: 20,
      max_per_day: 20,
      question: { en: 'Why this one?' },
    },
  })
  const page = await study.context().newPage()
  await page.goto(`${shop.origin}/`)
  const corner = await cornerHands(page)

  // The note, in the corner and nowhere else in the page.
  await soon(corner.text).toContain('This visit is part of a test.')
  expect(await page.evaluate(() => [...document.documentElement.attributes].map(({ name }) => name))).toEqual(['lang'])
  expect(await page.evaluate(() => document.body.innerHTML)).not.toMatch(/shoptrace/i)
  expect(await page.evaluate(() => document.querySelector('shoptrace-corner')?.attributes.length)).toBe(0)
  await corner.press('close-note')
  await soon(corner.text).toBe('')

  // A click that leaves the page: the question stands on the next one, and takes no focus.
  await page.getByRole('link', { name: 'Oak shelf' }).click()
  await page.getByRole('heading', { name: 'Oak shelf' }).waitFor()
  await soon(corner.text).toContain('Why this one?')
  expect(await corner.text()).toMatch(/Oak shelf/i)
  expect(await corner.text()).not.toContain('This visit')
  // Dressed and in its corner, whatever the page's policy says about styles.
  const place = await page.evaluate(() => {
    const host = document.querySelector('shoptrace-corner') as Element
    const { right, bottom } = host.getBoundingClientRect()
    return [getComputedStyle(host).position, innerWidth - right, innerHeight - bottom]
  })
  expect(place).toEqual(['fixed', 16, 16])
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  const before = (await heard(page)).length
  await corner.press('why')
  await page.keyboard.type('It suits me@example.org, and oak lasts.')
  await page.keyboard.press('Enter')
  await soon(corner.text).toBe('')
  await soon(async () => said(await study.items())).toMatchObject([
    { outcome: 'answered', text: 'It suits [email], and oak lasts.', chance: 1, language: 'en', source: 'human' },
  ])
  // The page heard nothing of it, but that the key was let go when the question was gone already.
  expect((await heard(page)).slice(before)).toEqual([['keyup', 'BODY', 'Enter']])

  await page.getByRole('link', { name: 'Back to shelves' }).click()
  await soon(corner.text).toContain('Why this one?')
  await corner.press('skip')
  await soon(async () => said(await study.items()).map(({ outcome }) => outcome)).toEqual(['answered', 'skipped'])

  // Nobody answers: it goes by itself, the background dying meanwhile.
  await page.getByRole('link', { name: 'Pine shelf' }).click()
  await soon(corner.text).toContain('Why this one?')
  await study.killWorker()
  await soon(async () => said(await study.items()).length).toBe(3)
  expect(said(await study.items())[2]).toMatchObject({ outcome: 'missed', text: '', answered_at: null })
  await soon(corner.text).toBe('')

  // Answered in the side panel: the page's corner is cleared.
  await page.getByRole('link', { name: 'Back to shelves' }).click()
  await soon(corner.text).toContain('Why this one?')
  const panel = await study.context().newPage()
  await panel.goto(`chrome-extension://${study.extension}/sidepanel.html`)
  await panel.getByLabel('Why this one?').fill('Too soft')
  await panel.getByRole('button', { name: 'Send', exact: true }).click()
  await soon(async () => said(await study.items()).length).toBe(4)
  await panel.close()
  await soon(corner.text).toBe('')

  // On a private page nothing of ours stands, not even a question asked on the way there.
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await soon(async () => (await study.call<PanelState>('panel')).question?.text).toBe('Why this one?')
  expect(await corner.text()).toBe('')
  const { question } = await study.call<PanelState>('panel')
  await study.call('answer_question', {
    rationale_id: question?.rationale_id,
    outcome: 'skipped',
    text: '',
    less: true,
  })
  expect((await study.call<PanelState>('panel')).question).toBeNull()

  // Only the shop's own links were clicked, and every answer is bound to its click.
  const items = await study.items()
  expect(clicked(items)).toEqual(['oak_shelf', 'back_to_shelves', 'pine_shelf', 'back_to_shelves', 'sign_in'])
  const steps = items.flatMap((item) => (item.kind === 'action' && item.data.step_index !== null ? [item.data] : []))
  expect(said(items).map(({ action_id, step_index, session_id }) => [action_id, step_index, session_id])).toEqual(
    steps.map(({ action_id, step_index, session_id }) => [action_id, step_index, session_id]),
  )
  // No page names anything of the corner's.
  for (const item of items)
    if (item.kind === 'observation')
      expect(JSON.stringify(item.data)).not.toMatch(/why this one|part of a test|in a few words/i)
  expect((await study.call<PanelState>('panel')).goals).toEqual({ sessions: null, steps: { done: 5, hoped: 10 } })

  // At the collector, and in the dataset.
  await soon(() => study.call<Sent>('send_now')).toEqual({ waiting: 0, quarantined: 0, problem: null })
  const out = join(study.folder, 'dataset')
  await exportDataset({ store: study.store, out })
  const dataset = await readDataset(out)
  const rows = await Array.fromAsync(dataset.steps())
  expect(rows.map(({ rationale }) => rationale)).toEqual([
    { source: 'human', text: 'It suits [email], and oak lasts.' },
    null,
    null,
    { source: 'human', text: 'Too soft' },
    null,
  ])
  const asked = await Array.fromAsync(dataset.rationales())
  expect(asked.map(({ outcome, step_index }) => [outcome, step_index])).toEqual([
    ['answered', 0],
    ['skipped', 1],
    ['missed', 2],
    ['answered', 3],
    ['skipped', 4],
  ])
  expect(asked[0]?.action).toEqual(rows[0]?.action)

  // My data shows it with its step; deleted with it, here and there.
  const mine = await study.context().newPage()
  await mine.goto(`chrome-extension://${study.extension}/mydata.html`)
  await mine.getByText('oak lasts').first().waitFor()
  const step = mine.locator('.my-step', { hasText: 'oak lasts' }).first()
  await step.getByRole('button', { name: 'Delete this step' }).click()
  await step.getByRole('button', { name: 'Yes, delete the step' }).click()
  await mine.getByText(/^Deleted \d+ items?/).waitFor()
  expect(said(await study.items()).map(({ text }) => text)).not.toContain('It suits [email], and oak lasts.')
  await soon(() => study.call<Sent>('send_now')).toMatchObject({ waiting: 0, problem: null })
  const [participant] = await Array.fromAsync(study.store.participants())
  const there = await Array.fromAsync(study.store.items(participant?.participant_id ?? ''))
  expect(JSON.stringify(there)).not.toContain('oak lasts')
  expect(said(there)).toHaveLength(4)
  await study.close()
})
