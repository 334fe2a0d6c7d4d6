import type { Page } from 'playwright-core'
import { typedCanaries } from './liveCanaries.ts'

/** Things that say something personal and are clicked, without leaving the page. */
const CLICKED = [
  'button[aria-label^="Hello"]',
  'button[aria-labelledby]',
  'button[data-testid]',
  '.cnry input[type="button"]',
  '.cnry input[type="radio"]',
]

/**
 * Types the canaries into the planted fields, key by key, and clicks what is planted to be clicked.
 *
 * Half-way through the second password "show" is pressed; one field loses, after it was typed into, all that said what
 * it is for, and is typed into once more. The search comes last, with Enter; the page must not answer it.
 */
export async function typeCanaries(page: Page): Promise<void> {
  const fields = page.locator('.cnry-t')
  for (const [index, { secret, id }] of typedCanaries.entries()) {
    const field = fields.nth(index)
    await field.focus()
    const half = Math.ceil(secret.length / 2)
    await page.keyboard.type(secret.slice(0, half))
    if (id.includes('shown')) {
      await page.locator('.cnry-show').click({ force: true })
      await field.focus()
      await page.keyboard.press('End')
    }
    await page.keyboard.type(secret.slice(half))
    if (id.includes('unmasked')) await unmask(page)
    if (id.includes('searched')) await page.keyboard.press('Enter')
    else await field.blur()
  }
  for (const selector of CLICKED) await page.locator(selector).first().click({ force: true })
}

/** Takes label, name and autocomplete from the field, and types on. */
async function unmask(page: Page): Promise<void> {
  await page.locator('.cnry-unmask').evaluate((field) => {
    for (const name of ['name', 'autocomplete']) field.removeAttribute(name)
    document.querySelector('.cnry-wrap')?.append(field)
    document.querySelector('.cnry-label')?.remove()
  })
  await page.locator('.cnry-unmask').focus()
  await page.keyboard.press('End')
  await page.keyboard.type('y')
}
