import type { Page } from 'playwright-core'
import { laterCanaries } from './liveCanaries.ts'

const secretOf = (id: string): string => {
  const canary = laterCanaries.find((one) => one.id === `later: ${id}`)
  if (!canary) throw new Error(`There is no canary "${id}".`)
  return canary.secret
}

/** The address of a planted page, with what a shop might write into its query and fragment. */
export function plantAddress(url: string): string {
  const planted = new URL(url)
  planted.searchParams.set('customer', secretOf('query of the address'))
  planted.hash = `account=${secretOf('fragment of the address')}`
  return planted.href
}

/** Does in the page what the page's own scripts would do: frames, shadow roots, mutations, history, title. */
export async function plantLater(page: Page): Promise<void> {
  const secrets = {
    shadow: secretOf('shadow root'),
    shadowField: secretOf('field in a shadow root'),
    frame: secretOf('frame'),
    text: secretOf('added text'),
    attribute: secretOf('changed attribute'),
    history: secretOf('address in history'),
    title: `Hello, ${secretOf('title of the document, name')} | ${secretOf('title of the document')} | ${await page.title()}`,
    value: secretOf('e-mail in a value set by script'),
  }
  await page.evaluate((secret) => {
    const block = document.querySelector('.cnry') as HTMLElement
    const add = (html: string): HTMLElement => {
      block.insertAdjacentHTML('beforeend', html)
      return block.lastElementChild as HTMLElement
    }
    const root = add('<div></div>').attachShadow({ mode: 'open' })
    root.innerHTML = `<p>Hello, ${secret.shadow}</p><label>First name <input value="${secret.shadowField}"></label>`
    add(`<iframe width="200" height="40" srcdoc="<p>${secret.frame}</p>"></iframe>`)
    add(`<p>Sent to ${secret.text}</p>`)
    block.querySelector('a[title]')?.setAttribute('title', secret.attribute)
    const field = add('<input aria-label="Anything" class="cnry-field">') as HTMLInputElement
    field.value = secret.value
    document.title = secret.title
    history.pushState({ user: secret.history }, '', `?member=${secret.history}${location.hash}`)
    const password = document.querySelector('.cnry-t[name="p2"]') as HTMLInputElement
    document.querySelector('.cnry-show')?.addEventListener('click', () => (password.type = 'text'))
    document.querySelector('.cnry-search')?.addEventListener('submit', (event) => event.preventDefault())
  }, secrets)
}
