/** Something on a page that a hand can be laid on. */
export interface Candidate {
  kind: 'link' | 'click' | 'check' | 'search' | 'field' | 'number' | 'list'
  /** What a person reads on it, in one line. */
  target: string
  /** Number of the form in the document, of a field and of a button that submits it. */
  form: number | null
  handle: DriverHandle
}

/** What the handles of both drivers have in common. */
export interface DriverHandle {
  // biome-ignore lint/suspicious/noExplicitAny: the drivers type the functions that run in the page each in their own way.
  evaluate(run: (element: any, told: any) => any, told?: unknown): Promise<any>
}

interface ListHandle extends DriverHandle {
  evaluateHandle(run: (list: Found[]) => Element[]): Promise<{
    getProperties(): Promise<Map<string, { asElement(): unknown }>>
  }>
}

interface Driver {
  evaluateHandle(run: (avoid: string | null) => Found[], avoid: string | null): Promise<unknown>
}

interface Found extends Omit<Candidate, 'handle'> {
  element: Element
}

/** Everything that is shown, enabled, and stays on this site, in the order of the document; in open shadow roots too. */
export async function findCandidates(page: unknown, avoid?: RegExp): Promise<Candidate[]> {
  const list = (await (page as Driver).evaluateHandle(look, avoid?.source ?? null)) as ListHandle
  const found: Omit<Candidate, 'handle'>[] = await list.evaluate((all: Found[]) =>
    all.map(({ kind, target, form }) => ({ kind, target, form })),
  )
  const elements = await list.evaluateHandle((all) => all.map(({ element }) => element))
  const handles = [...(await elements.getProperties()).values()].map((one) => one.asElement())
  return found.flatMap((one, index) => (handles[index] ? [{ ...one, handle: handles[index] as DriverHandle }] : []))
}

/** Runs in the page. */
function look(avoid: string | null): Found[] {
  const SELECTOR =
    'a[href],button,input:not([type=hidden],[type=file]),textarea,select,[role=button],[role=tab],[role=option],[role=switch],summary'
  const unwanted = avoid === null ? null : new RegExp(avoid, 'i')
  const forms = [...document.forms]

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
      // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is meant, not what is written
      isButton ? (element as HTMLElement).innerText || value : null,
      element.getAttribute('alt') ?? element.querySelector('[alt]')?.getAttribute('alt'),
      ...[...(labels ?? [])].map((label) => label.textContent),
      placeholder,
      element.getAttribute('title'),
    ]
    return (texts.find((text) => text?.trim()) ?? '').replace(/\s+/g, ' ').trim()
  }

  // For the moment when a hand comes down on one of them.
  Object.assign(window, { e2eTextOf: textOf })

  function kindOf(element: Element): Found['kind'] | null {
    if (element.matches(':disabled,[aria-disabled=true],[inert] *,:read-only:is(textarea,[type=text],[type=number])'))
      return null
    if (element.matches('a')) {
      const { href, target, origin, pathname, hash } = element as HTMLAnchorElement
      if (origin !== location.origin || target || element.hasAttribute('download')) return null
      return hash && pathname === location.pathname && href.startsWith(location.href.replace(/#.*/, ''))
        ? 'click'
        : 'link'
    }
    if (element.matches('select')) return (element as HTMLSelectElement).options.length > 1 ? 'list' : null
    if (element.matches('textarea')) return 'field'
    if (element.matches('input')) {
      const { type } = element as HTMLInputElement
      if (/^(checkbox|radio)$/.test(type)) return 'check'
      if (/^(submit|button|image)$/.test(type)) return 'click'
      if (type === 'number') return 'number'
      if (!/^(text|search|email|tel|url|password)$/.test(type)) return null
      const hints = `${type} ${element.getAttribute('name')} ${element.id} ${element.getAttribute('placeholder')}`
      return /^(text|search)$/.test(type) && /search|query|keyword|\bq\b/i.test(hints) ? 'search' : 'field'
    }
    return 'click'
  }

  function formOf(element: Element, kind: Found['kind']): number | null {
    const { form, type } = element as HTMLInputElement
    const at = form && (kind !== 'click' || /^(submit|image)$/.test(type)) ? forms.indexOf(form) : -1
    return at >= 0 ? at : null
  }

  return elementsWithin(document).flatMap((element) => {
    const kind = kindOf(element)
    if (!kind || !isShown(element)) return []
    const target = textOf(element)
    if (unwanted?.test(target)) return []
    return [{ element, kind, target, form: formOf(element, kind) }]
  })
}

/** Runs in the page: what a person reads around the element, a product's title beside its button for one. */
export function readAround(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is meant, not what is written
  const own = (element as HTMLElement).innerText?.trim().length ?? 0
  const field = element as HTMLInputElement
  const said = ['name', 'id', 'aria-label', 'placeholder', 'title', 'alt', 'data-test', 'href', 'class']
    .map((attribute) => element.getAttribute(attribute) ?? '')
    .concat([...(field.labels ?? [])].map((label) => label.textContent ?? ''))
    .concat([...element.querySelectorAll('svg,i,use')].map((icon) => icon.getAttribute('class') ?? ''))
  let text = ''
  let at: Element | null = element
  for (let level = 0; at && level < 12 && text.length < own + 30; level++) {
    const root: Node = at.getRootNode()
    // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is meant, not what is written
    const wider = (at as HTMLElement).innerText ?? ''
    // A whole page says nothing of one of its controls.
    if (wider.length > own + 300) break
    text = wider
    at = at.parentElement ?? ((root as ShadowRoot).host || null)
  }
  const kind = `${element.localName} ${element.getAttribute('role') ?? ''}`
  return [text, kind, ...said].map((each) => each.replace(/\s+/g, ' ').slice(0, 300)).join(' ')
}
