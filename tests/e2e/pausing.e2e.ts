import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item } from '../../schemas/index.ts'
import { startPages, startStudy } from './support/startStudy.ts'

const links = (name: string): string =>
  `<title>${name}</title><main><h1>${name}</h1><a href="/a">Lamp A</a> <a href="/b">Lamp B</a> <a href="/login">Sign in</a></main>`
const PAGES = {
  '/': links('Home'),
  '/a': links('Lamp A'),
  '/b': links('Lamp B'),
  '/login': `<title>Sign in</title><main><h1>Sign in</h1><form><label>E-mail <input type="email" autocomplete="username"></label>
    <label>Password <input type="password" autocomplete="current-password"></label><button>Sign in</button></form></main>`,
}

let shop: Awaited<ReturnType<typeof startPages>>
beforeAll(async () => {
  shop = await startPages(PAGES)
})
afterAll(() => shop.close())

/** Looks again until it is so. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 })

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
}

test('paused in a tab, on a site, everywhere: not one event is stored, whatever dies, and the toolbar and the popup say so', async () => {
  const study = await startStudy('pausing', [`${shop.origin}/*`], {})
  const clicks = async (): Promise<string[]> =>
    (await study.items()).flatMap((item: Item) =>
      item.kind === 'action' && item.data.type === 'click' ? [item.data.name.split('.').at(-1) ?? ''] : [],
    )
  const gaps = async () =>
    (await study.items()).flatMap((item: Item) =>
      item.kind === 'gap' && item.data.reason === 'paused' ? [item.data] : [],
    ).length
  /** What the toolbar button says in the tab that shows this page. */
  const button = (page: Page): Promise<{ title: string; badge: string }> => study.button(page.url())
  const popup = await study.context().newPage()
  /** The popup, about the page looked at last. */
  async function openPopup(on: Page): Promise<void> {
    await on.bringToFront()
    await popup.bringToFront()
    await popup.goto(`chrome-extension://${study.extension}/popup.html`)
    await popup.locator('[data-recording]').waitFor()
  }
  const says = (): Promise<string | null> => popup.locator('[data-recording]').getAttribute('data-recording')

  const first = await study.context().newPage()
  await first.goto(`${shop.origin}/`)
  await soon(() => button(first)).toEqual({ title: 'Shoptrace: recording this page', badge: 'REC' })
  const second = await study.context().newPage()
  await second.goto(`${shop.origin}/a`)
  await go(second, 'Lamp B')
  await soon(clicks).toEqual(['lamp_b'])

  // A private page says that only its kind is kept; a page that is no shop's, that nothing is.
  await go(second, 'Sign in')
  await soon(() => button(second)).toEqual({ title: 'Shoptrace: only the kind of this page is kept', badge: '' })
  await openPopup(second)
  await soon(says).toBe('type_only')
  await second.goto(`${shop.origin}/b`)
  const other = await study.context().newPage()
  await other.goto('about:blank')
  await openPopup(other)
  await soon(says).toBe('elsewhere')
  await other.close()

  // This tab: nothing of it is kept, through pages and the death of the background; the other one goes on.
  const shared = await clicks()
  await openPopup(first)
  await soon(says).toBe('recording')
  await popup.getByRole('button', { name: 'In this tab' }).click()
  await soon(says).toBe('paused')
  await soon(() => button(first)).toEqual({ title: 'Shoptrace: paused, nothing is recorded', badge: '' })
  expect(await gaps()).toBe(1)
  await go(first, 'Lamp A')
  await study.killWorker()
  await go(first, 'Lamp B')
  await go(second, 'Lamp A')
  await soon(clicks).toEqual([...shared, 'lamp_a'])
  await openPopup(first)
  await popup.getByRole('button', { name: 'Resume here' }).click()
  await soon(says).toBe('recording')
  await go(first, 'Lamp A')
  await soon(clicks).toEqual([...shared, 'lamp_a', 'lamp_a'])

  // The site: both tabs, also after the browser was closed.
  await openPopup(first)
  await popup.getByRole('button', { name: 'On 127.0.0.1' }).click()
  await soon(says).toBe('paused')
  expect(await gaps()).toBe(2)
  const before = await clicks()
  await go(first, 'Lamp B')
  await go(second, 'Lamp B')
  await study.restart()
  const again = await study.context().newPage()
  await again.goto(`${shop.origin}/`)
  await go(again, 'Lamp A')
  expect((await study.call<{ status: unknown }>('here', { tab_id: await study.tabId(again.url()) })).status).toEqual({
    kind: 'paused',
    by: 'site',
  })
  expect(await clicks()).toEqual(before)
  await study.call('resume_site', { site: '127.0.0.1' })
  await soon(() => button(again)).toEqual({ title: 'Shoptrace: recording this page', badge: 'REC' })
  await go(again, 'Lamp B')
  await soon(clicks).toEqual([...before, 'lamp_b'])

  // Everywhere, and a list that cannot be read counts as everywhere.
  await study.call('pause', { until: null })
  await soon(() => button(again)).toEqual({ title: 'Shoptrace: paused, nothing is recorded', badge: '' })
  await go(again, 'Lamp A')
  await study.call('resume')
  await study.damage('paused_sites')
  await again.goto(`${shop.origin}/a`)
  await go(again, 'Lamp B')
  await soon(() => button(again)).toEqual({ title: 'Shoptrace: paused, nothing is recorded', badge: '' })
  expect(await clicks()).toEqual([...before, 'lamp_b'])
  await study.close()
})
