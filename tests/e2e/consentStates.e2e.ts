import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item } from '../../schemas/index.ts'
import type { Enrolment } from '../../src/consent/enrolment.ts'
import type { PanelState } from '../../src/messaging/calls.ts'
import { startLinkSite } from './support/linkSite.ts'
import { startStudy } from './support/startStudy.ts'

const PATIENT = { timeout: 30_000 }
const DAY_MS = 86_400_000
let site: Awaited<ReturnType<typeof startLinkSite>>
beforeAll(async () => {
  site = await startLinkSite()
})
afterAll(() => site.close())

type Kept = Record<string, unknown>

/** What lies on the device in each state, made of what lies there while recording; and what the popup then says. */
const STATES: [name: string, change: (enrolment: Enrolment, now: number) => Kept, says: object][] = [
  ['paused', () => ({ pause: { until: null } }), { kind: 'paused' }],
  ['paused, unreadably', () => ({ pause: 'for a while' }), { kind: 'paused' }],
  [
    'expired',
    (one, now) => ({
      enrolment: {
        ...one,
        study: { ...one.study, consent: { ...one.study.consent, valid_days: 1 } },
        consent: { ...one.consent, agreed_at: now - 2 * DAY_MS },
      },
    }),
    { reason: 'consent_expired' },
  ],
  [
    'over',
    (one) => ({ enrolment: { ...one, study: { ...one.study, ends_at: '2020-01-01T00:00:00Z' } } }),
    { reason: 'study_over' },
  ],
  [
    'gone at its address',
    (_, now) => ({ study_check: { checked_at: now, over: true, problem: null } }),
    { reason: 'study_over' },
  ],
  [
    'of an old text',
    (one) => ({ enrolment: { ...one, study: { ...one.study, consent: { ...one.study.consent, version: 'next' } } } }),
    { reason: 'consent_outdated' },
  ],
  [
    'to a text that was changed under its version',
    (one) => ({
      enrolment: { ...one, study: { ...one.study, consent: { ...one.study.consent, text: { en: 'Other.' } } } },
    }),
    { reason: 'consent_outdated' },
  ],
  [
    'of a schema to come',
    (one) => ({ enrolment: { ...one, consent: { ...one.consent, schema_version: 2 } } }),
    { reason: 'consent_unreadable' },
  ],
  ['corrupted', () => ({ enrolment: { damaged: true } }), { reason: 'consent_unreadable' }],
  [
    'corrupted in one choice',
    (one) => ({ enrolment: { ...one, consent: { ...one.consent, choices: { recording: 'yes' } } } }),
    { reason: 'consent_unreadable' },
  ],
  ['no more', () => ({ enrolment: null }), { reason: 'not_joined' }],
]

test('under no consent that stands, not one event is stored, whatever is killed or restarted in between', async () => {
  const scene = await startStudy('states', [`${site.origin}/*`], {})
  const { call, inDesk } = scene
  const put = (kept: Kept): Promise<void> =>
    inDesk(async (values) => {
      const { local } = (
        globalThis as unknown as {
          chrome: { storage: { local: Record<'set' | 'remove', (v: unknown) => Promise<void>> } }
        }
      ).chrome.storage
      const gone = Object.entries(values).flatMap(([key, value]) => (value === null ? [key] : []))
      await local.set?.(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)))
      await local.remove?.(gone)
    }, kept)
  const { enrolment } = await inDesk(
    async () =>
      (
        globalThis as unknown as {
          chrome: { storage: { local: { get(key: string): Promise<{ enrolment: Enrolment }> } } }
        }
      ).chrome.storage.local.get('enrolment'),
    null,
  )
  const restored = { enrolment, pause: null, study_check: null }

  let shop: Page = await scene.context().newPage()
  let at = 0
  await shop.goto(`${site.origin}/${at}`)
  const click = async (): Promise<string> => {
    await shop.getByRole('link').click()
    at += 1
    await shop.getByRole('heading', { name: `Page ${at}`, exact: true }).waitFor()
    return `open_item_number_${at}`
  }
  const names = (items: readonly Item[]) =>
    items.flatMap(({ kind, data }) => (kind === 'action' && data.type === 'click' ? [data.name.split('.').at(-1)] : []))
  const deeds = (items: readonly Item[]) =>
    items.filter(({ kind }) => kind === 'action' || kind === 'observation').length

  const unwanted: string[] = []
  for (const [name, change, says] of STATES) {
    // Recording, or the test could not fail.
    const before = await click()
    await expect
      .poll(async () => names(await scene.items()), { ...PATIENT, message: `recording before: ${name}` })
      .toContain(before)
    // The page that it led to as well: nothing is under way any more.
    const here = `${site.origin}/${at}`
    const seen = (items: readonly Item[]) => items.some(({ kind, data }) => kind === 'observation' && data.url === here)
    await expect.poll(async () => seen(await scene.items()), PATIENT).toBe(true)
    await scene.call('send_now')
    const count = deeds(await scene.items())

    await put(change(enrolment, Date.now()))
    // The page's recorder still runs: nobody told it.
    unwanted.push(await click())
    await scene.killWorker()
    unwanted.push(await click())
    await shop.reload()
    unwanted.push(await click())
    await scene.killWorker()
    expect((await call<PanelState>('panel')).recording, name).toMatchObject(says)
    unwanted.push(await click())
    // With the consent gone, what was recorded under it goes too; it was read before.
    if (name === 'no more') await expect.poll(async () => deeds(await scene.items()), PATIENT).toBe(0)
    else expect(deeds(await scene.items()), name).toBe(count)

    await put(restored)
    await scene.killWorker()
    await call('panel')
    await call('resume')
    await shop.reload()
  }
  // A restarted browser knows no more than the disk: the last state first, then recording again.
  await put({ pause: { until: null } })
  await scene.restart()
  shop = await scene.context().newPage()
  await shop.goto(`${site.origin}/${at}`)
  unwanted.push(await click(), await click())
  const asleep = deeds(await scene.items())
  await scene.killWorker()
  unwanted.push(await click())
  expect(deeds(await scene.items())).toBe(asleep)
  await call('resume')
  await shop.reload()
  const again = await click()
  await expect.poll(async () => names(await scene.items()), PATIENT).toContain(again)
  const all = JSON.stringify(await scene.items())
  for (const name of unwanted) expect(all).not.toContain(`.${name}"`)

  // And withdrawn, as participants do it.
  await call('withdraw')
  await click()
  await scene.killWorker()
  await click()
  expect(await scene.items()).toEqual([])
  await scene.close()
})
