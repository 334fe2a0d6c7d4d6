import type { ElementHandle, Page } from 'playwright-core'

/** Something on a page that a hand can be laid on. */
export interface Candidate {
  kind: 'link' | 'click' | 'search' | 'list'
  /** What a person reads on it, in one line. */
  target: string
  handle: ElementHandle<Element>
}

/** Everything that is shown, enabled, and stays on this site, in the order of the document; in open shadow roots too. */
export async function findCandidates(page: Page, avoid?: RegExp): Promise<Candidate[]> {
  const handle = await page.evaluateHandle(look, avoid?.source ?? null)
  const kinds = await handle.evaluate((list) => list.map(({ kind, target }) => ({ kind, target })))
  const elements = await handle.evaluateHandle((list) => list.map(({ element }) => element))
  const handles = [...(await elements.getProperties()).values()].map((one) => one.asElement())
  return kinds.flatMap(({ kind, target }, index) => {
    const element = handles[index]
    return element ? [{ kind: kind as Candidate['kind'], target, handle: element as ElementHandle<Element> }] : []
  })
}

/** Runs in the page. */
function look(avoid: string | null): { element: Element; kind: string; target: string }[] {
  const SELECTOR =
    'a[href],button,input:not([type=hidden],[type=file]),select,[role=button],[role=tab],[role=option],[role=switch],summary'
  const unwanted = avoid === null ? null : new RegExp(avoid, 'i')

  function elementsWithin(root: Document | ShadowRoot): Element[] {
    return [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(SELECTOR) ? [element] : []),
      ...(element.shadowRoot ? elementsWithin(element.shadowRoot) : []),
    ])
  }

  function isShown(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect()
    return (
      width > 3 &&
      height > 3 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
    )
  }

  function textOf(element: Element): string {
    const { labels, value, placeholder } = element as HTMLInputElement
    const isButton = element.matches('button,[role=button],input[type=submit],input[type=button],a,summary,[role]')
    const texts = [
      element.getAttribute('aria-label'),
      isButton ? (element as HTMLElement).innerText || value : null,
      element.getAttribute('alt') ?? element.querySelector('[alt]')?.getAttribute('alt'),
      ...[...(labels ?? [])].map((label) => label.textContent),
      placeholder,
      element.getAttribute('title'),
    ]
    return (texts.find((text) => text?.trim()) ?? '').replace(/\s+/g, ' ').trim()
  }

  function kindOf(element: Element): string | null {
    if (element.matches(':disabled,[aria-disabled=true],[inert] *')) return null
    if (element.matches('a')) {
      const { href, target, origin, pathname, hash } = element as HTMLAnchorElement
      if (origin !== location.origin || target || element.hasAttribute('download')) return null
      return hash && pathname === location.pathname && href.startsWith(location.href.replace(/#.*/, ''))
        ? 'click'
        : 'link'
    }
    if (element.matches('select')) return (element as HTMLSelectElement).options.length > 1 ? 'list' : null
    if (element.matches('input')) {
      const { type } = element as HTMLInputElement
      if (/^(checkbox|radio|submit|button|image)$/.test(type)) return 'click'
      const isSearch =
        /^(text|search)$/.test(type) &&
        /search|query|keyword|^q$/i.test(
          `${type} ${element.getAttribute('name')} ${element.id} ${element.getAttribute('placeholder')}`,
        )
      return isSearch ? 'search' : null
    }
    return 'click'
  }

  return elementsWithin(document).flatMap((element) => {
    const kind = kindOf(element)
    if (!kind || !isShown(element)) return []
    const target = textOf(element)
    if (unwanted?.test(target)) return []
    return [{ element, kind, target }]
  })
}
