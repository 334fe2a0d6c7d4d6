import type { BrowserContext } from 'playwright-core'
import type { ParticipantKind } from '../../schemas/index.ts'

/** Joins a study as a person would: reads the join page, ticks every choice, agrees. No-op where already joined. */
export async function joinStudy(
  context: BrowserContext,
  extension: string,
  studyUrl: string,
  kind: ParticipantKind,
): Promise<void> {
  const page = await context.newPage()
  const query = new URLSearchParams({ study: studyUrl, kind })
  await page.goto(`chrome-extension://${extension}/join.html?${query}`)
  await page.locator('[data-state="ready"], [data-state="joined"], [data-state="error"]').waitFor()
  const state = await page.locator('[data-state]').getAttribute('data-state')
  if (state === 'error') throw new Error(`The join page says: ${await page.locator('[role="alert"]').textContent()}`)
  if (state === 'ready') {
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.locator('[data-action="agree"]').click()
    await page.locator('[data-state="joined"], [data-state="error"]').waitFor()
    if ((await page.locator('[data-state]').getAttribute('data-state')) === 'error') {
      throw new Error(`Joining failed: ${await page.locator('[role="alert"]').textContent()}`)
    }
  }
  // The installation opened a join page of its own.
  const joins = context.pages().filter((one) => one.url().startsWith(`chrome-extension://${extension}/join.html`))
  await Promise.all(joins.map((one) => one.close()))
}
