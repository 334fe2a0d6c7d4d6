import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item, Receipt } from '../../schemas/index.ts'
import { checkReceipt } from '../../src/cli/receipt/checkReceipt.ts'
import { typedJoinCode } from '../../src/collector/joinCode.ts'
import { isSignedReceipt } from '../../src/collector/receipts/isSignedReceipt.ts'
import { openSigner } from '../../src/collector/receipts/openSigner.ts'
import type { PanelState, Sent } from '../../src/messaging/calls.ts'
import type { MySteps } from '../../src/messaging/myDataCalls.ts'
import type { MyAnswer } from '../../src/messaging/surveyCalls.ts'
import { startLinkSite } from './support/linkSite.ts'
import { readDevice } from './support/readDevice.ts'
import { rowsWith } from './support/rowsWith.ts'
import { startStudy } from './support/startStudy.ts'

const PATIENT = { timeout: 30_000 }
let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

type Scene = Awaited<ReturnType<typeof startStudy>>

const own = async ({ context, extension }: Scene, page: string): Promise<Page> => {
  const opened = await context().newPage()
  await opened.goto(`chrome-extension://${extension}/${page}`)
  return opened
}

async function shopUpTo(page: Page, last: number): Promise<void> {
  for (;;) {
    const at = Number(new URL(page.url()).pathname.slice(1))
    if (at >= last) return
    await page.getByRole('link').click()
    await page.getByRole('heading', { name: `Page ${at + 1}`, exact: true }).waitFor()
  }
}

const clicked = (items: readonly Item[]): string[] =>
  items.flatMap(({ kind, data }) =>
    kind === 'action' && data.type === 'click' ? [data.name.split('.').at(-1) ?? ''] : [],
  )

const participantOf = async (scene: Scene): Promise<string> =>
  (await scene.call<PanelState>('panel')).study?.participant_id ?? ''

const surveys = [
  {
    id: 'about_you',
    title: { en: 'About you', de: 'Über Sie' },
    when: 'joining' as const,
    questions: [
      {
        id: 'age',
        kind: 'choice' as const,
        required: true,
        quasi_identifier: true,
        text: { en: 'How old are you?' },
        options: [
          { id: 'young', text: { en: 'Under 40' } },
          { id: 'old', text: { en: '40 or more' } },
        ],
      },
      { id: 'why', kind: 'text' as const, text: { en: 'Why do you shop?' } },
    ],
  },
]

test('record, answer, redact, upload, leave: the collector holds nothing of the participant but the receipt', async () => {
  const scene = await startStudy('leaving', [`${site.origin}/*`], { surveys })
  const { call, store, folder } = scene
  const participant = await participantOf(scene)
  const shop = await scene.context().newPage()
  await shop.goto(`${site.origin}/0`)
  await shopUpTo(shop, 3)
  await expect.poll(async () => clicked(await scene.items()).length, PATIENT).toBe(3)

  // The survey asked at joining, in the page itself: one answer is needed, what is written is scrubbed.
  const survey = await own(scene, 'survey.html')
  await survey.locator('[data-action="send-answers"]').click()
  await survey.locator('[data-question="age"] [role="alert"]').waitFor()
  await survey.getByRole('radio', { name: 'Under 40' }).check()
  await survey.getByLabel('Why do you shop?').fill('Write to me at jane.roe@canary.example please')
  await survey.locator('[data-action="send-answers"]').click()
  await survey.locator('[data-state="none"]').waitFor()
  const answers = await call<MyAnswer[]>('my_answers')
  expect(answers.map(({ question, words }) => [question, words])).toEqual([
    ['Why do you shop?', expect.stringMatching(/^Write to me at \[email\]/)],
    ['How old are you?', 'Under 40'],
  ])
  expect(await call('surveys')).toMatchObject({ open: [] })

  expect(await call<Sent>('send_now')).toMatchObject({ waiting: 0, quarantined: 0 })
  const { steps } = await call<MySteps>('my_steps', { before: null, query: '' })
  const step = steps.find(({ action }) => action?.type === 'click' && action.name.endsWith('open_item_number_2'))
  await call('delete_step', { seqs: step?.seqs ?? [] })
  await call('send_now')
  const there = await Array.fromAsync(store.items(participant))
  expect(clicked(there)).toEqual(['open_item_number_1', 'open_item_number_3'])
  expect(there.filter(({ kind }) => kind === 'survey_answer')).toHaveLength(2)
  expect(JSON.stringify(there)).not.toContain('canary.example')
  expect(rowsWith(folder, participant)).toMatchObject({ participants: 1, consents: 1 })

  // The copy of the consent holds the collector's receipt.
  const key = (await openSigner(store)).public_key
  const options = await own(scene, 'options.html')
  const [copy] = await Promise.all([
    options.waitForEvent('download'),
    options.locator('[data-action="keep-copy"]').click(),
  ])
  expect(checkReceipt(readFileSync(await copy.path(), 'utf8'), key)).toMatchObject({
    valid: true,
    lines: [expect.stringContaining(participant), expect.anything()],
  })

  // Two clicks in the popup; the open tab of the shop stops at once.
  const popup = await own(scene, 'popup.html')
  await popup.locator('[data-action="ask-leave"]').click()
  const [after] = await Promise.all([
    scene.context().waitForEvent('page'),
    popup.locator('[data-action="leave"]').click(),
  ])
  await after.locator('.receipt dl').waitFor()
  await shopUpTo(shop, 5)
  const [receipt] = await Promise.all([
    after.waitForEvent('download'),
    after.locator('[data-action="keep-receipt"]').click(),
  ])
  expect(checkReceipt(readFileSync(await receipt.path(), 'utf8'), key)).toMatchObject({ valid: true })
  expect(rowsWith(folder, participant)).toEqual({ receipts: 1 })
  expect(await store.counts()).toEqual({ participants: 0, withdrawn: 1, items: 0 })
  await scene.killWorker()
  await shopUpTo(shop, 7)
  expect((await call<PanelState>('panel')).recording).toEqual({ kind: 'off', reason: 'not_joined' })
  const { databases, storage } = await readDevice(after)
  expect(databases).not.toContain('open_item_number')
  expect(storage).not.toContain('journal:')
  expect(
    Object.keys(JSON.parse(storage)[0])
      .filter((name) => !name.endsWith('$'))
      .sort(),
  ).not.toContain('enrolment')
  await scene.close()
})

test('the collector down at the moment of leaving: it is asked again after a restart, until it answers', async () => {
  const scene = await startStudy('left-alone', [`${site.origin}/*`], {})
  const { call, store, folder } = scene
  const participant = await participantOf(scene)
  const shop = await scene.context().newPage()
  await shop.goto(`${site.origin}/0`)
  await shopUpTo(shop, 2)
  await expect.poll(async () => clicked(await scene.items()).length, PATIENT).toBe(2)
  await call('send_now')
  await scene.collectorDown()
  expect(await call<{ receipt: Receipt | null }>('withdraw')).toEqual({ receipt: null })
  expect((await call<PanelState>('panel')).recording).toEqual({ kind: 'off', reason: 'withdrawn' })
  const early = await own(scene, 'options.html')
  await early.locator('.receipt').waitFor()
  expect(await early.locator('.receipt dl').count()).toBe(0)
  expect(rowsWith(folder, participant)).toMatchObject({ participants: 1 })

  await scene.collectorUp()
  await scene.restart()
  await expect.poll(() => rowsWith(folder, participant), { timeout: 60_000 }).toEqual({ receipts: 1 })
  expect((await store.counts()).items).toBe(0)
  const options = await own(scene, 'options.html')
  await options.locator('.receipt dl').waitFor(PATIENT)
  const kept = JSON.parse((await readDevice(options)).storage)[0].receipt
  expect(kept.participant_id).toBe(participant)
  expect(isSignedReceipt(kept)).toBe(true)
  await scene.close()
})

test('who removes the extension is led to a page that has the data deleted after one click', async () => {
  const scene = await startStudy('removed', [`${site.origin}/*`], {})
  const participant = await participantOf(scene)
  await scene.call('send_now')
  const page = await own(scene, 'options.html')
  const [left] = await Promise.all([
    scene.context().waitForEvent('page', { predicate: (one) => one.url().includes('/v1/leave'), ...PATIENT }),
    page
      .evaluate(() =>
        (
          globalThis as unknown as { chrome: { management: { uninstallSelf(): Promise<void> } } }
        ).chrome.management.uninstallSelf(),
      )
      .catch(() => {}),
  ])
  await left.locator('#leave').click(PATIENT)
  await left.locator('#done').waitFor(PATIENT)
  expect(rowsWith(scene.folder, participant)).toEqual({ receipts: 1 })
  await scene.close()
})

test('a code leads to the study, a wrong one says so', async () => {
  const scene = await startStudy('code', [`${site.origin}/*`], {})
  await scene.call('withdraw')
  const page = await own(scene, 'join.html')
  const code = typedJoinCode(scene.study.upload.endpoint, scene.study.id)
  for (const wrong of [code.replace(/.$/, code.endsWith('A') ? 'B' : 'A'), code.slice(code.indexOf('/') + 1)]) {
    await page.getByRole('textbox').fill(wrong)
    await page.locator('[data-action="open-link"]').click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe(wrong)
  }
  await page.getByRole('textbox').fill(` ${code.toLowerCase()}`)
  await page.locator('[data-action="open-link"]').click()
  await page.locator('[data-state="ready"]').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(scene.study.title)
  await scene.close()
})
