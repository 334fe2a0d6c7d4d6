import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Gallery, openGallery, showIn } from './support/openGallery.ts'
import { SAMPLES } from './support/samplesOf.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules that the page around the corner's cards has to follow, not they. */
const OF_WHOLE_PAGES = ['landmark-one-main', 'page-has-heading-one']

/** What axe finds, as lines that can be read; and how many rules it checked. */
async function audit(page: Page, isWhole = true): Promise<{ violations: string[]; passes: number }> {
  const results = await page.evaluate(
    (off) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
      }),
    isWhole ? [] : OF_WHOLE_PAGES,
  )
  const violations = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
  return { violations, passes: results.passes.length }
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery?.close())

describe.each([
  { width: 300, scheme: 'light', locale: 'en' },
  { width: 320, scheme: 'dark', locale: 'de' },
  { width: 320, scheme: 'light', locale: 'es' },
  { width: 1280, scheme: 'light', locale: 'zh_CN' },
  { width: 1280, scheme: 'dark', locale: 'en' },
] as const)('at $width px, $scheme, $locale', (view) => {
  test('every screen passes axe and fits the width', { timeout: 120_000 }, async () => {
    const page = await gallery.open(view)
    await page.evaluate(axe)
    const found: Record<string, unknown> = {}
    for (const [component, sample] of SAMPLES) {
      await showIn(page, component, sample)
      const { violations, passes } = await audit(page, component !== 'corner')
      expect(passes, `${component} ${sample}`).toBeGreaterThan(5)
      const over = component === 'popup' && view.width < 320 ? 0 : await overflow(page)
      if (violations.length || over > 0) found[`${component} ${sample}`] = { violations, over }
    }
    await page.context().close()
    expect(found).toEqual({})
    expect(gallery.errors).toEqual([])
  })
})

test.each(['light', 'dark'] as const)('the file that participants keep passes axe, %s', async (scheme) => {
  const page = await gallery.open({ width: 320, scheme })
  for (const sample of ['draft', 'agreed'] as const) {
    const html = await page.evaluate((which) => window.consentCopy(which), sample)
    const own = await page.context().newPage()
    // The file's own policy lets no script in, axe's neither: it is tried without.
    await own.setContent(html.replace(/<meta http-equiv[^>]*>/, ''))
    await own.evaluate(axe)
    expect((await audit(own)).violations).toEqual([])
    expect(await overflow(own)).toBeLessThanOrEqual(0)
    await own.close()
  }
  await page.context().close()
})

test('the audit sees a missing label and grey on grey', async () => {
  const page = await gallery.open({ width: 320, scheme: 'light' })
  await page.evaluate(axe)
  await page.setContent(
    '<html lang="en"><title>x</title><main><h1>x</h1><input><p style="color:#999;background:#888">Can you read this?</p>',
  )
  await page.evaluate(axe)
  const { violations } = await audit(page)
  expect(violations.map((line) => line.split(':')[0]).sort()).toEqual(['color-contrast', 'label'])
  await page.context().close()
})
