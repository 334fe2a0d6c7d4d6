/** What the tests of the page room run inside of a page. Bundled; its exports are `pageHarness.*` there. */
import { type ObservedPage, type ObserveOptions, observe, observed } from '../../bench/inPage/observe.ts'
import type { PagePrivacy, PageView } from '../../src/read/port.ts'
import { PageReader } from '../../src/read/readPage.ts'
import { watchPage } from '../../src/read/watchPage.ts'

/** Takes `SECRET` out of texts, and never reads a field whose name says so. */
export const privacy: PagePrivacy = {
  scrubText: (text) => text.replaceAll('SECRET', '[word]'),
  scrubUrl: (url) => url.replace(/[?#].*/s, ''),
  isSensitiveField: ({ name, type }) => name.includes('secret') || type === 'password',
}

const DEFAULTS: ObserveOptions = { privacy, excludedPageTypes: [], pageContent: true }

export const look = (options: Partial<ObserveOptions> = {}): ObservedPage =>
  observe(document, { ...DEFAULTS, ...options })

/** What the recorder would post, as JSON. */
export const readingOf = (): string => new PageReader(document, DEFAULTS).look().reading

/** Names of the elements that each selector finds first, as `name click_type`; null where there is none. */
export function namesOf(selectors: string[], options: Partial<ObserveOptions> = {}): (string | null)[] {
  const view = look(options)
  return selectors.map((selector) => {
    const element = document.querySelector(selector)
    const target = element && view.elementOf(element)
    const named = target && view.nameOf(target)
    return named ? `${named.name} ${named.click_type}` : null
  })
}

const INTERACTIVE =
  'a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=link],[role=checkbox],[role=radio],[role=tab],[role=option],[role=menuitem],[contenteditable=""],[contenteditable=true]'

const SEEN = { opacityProperty: true, visibilityProperty: true }

/** True where a person can see the element: drawn, not transparent, with an area. */
function isSeen(element: Element): boolean {
  if (!element.checkVisibility(SEEN)) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 1 && height > 1
}

/** Visible interactive elements, judged without the page room, that have no name; of the viewport or of the whole page. */
export function unnamed(viewportOnly: boolean): { all: number; missing: string[] } {
  const view = look()
  const seen = [...document.querySelectorAll(INTERACTIVE)].filter((element) => {
    if (!isSeen(element) || element.closest('[inert]')) return false
    const box = element.getBoundingClientRect()
    return !viewportOnly || (box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth)
  })
  const missing = seen.filter((element) => {
    const target = view.elementOf(element)
    return !(target && view.nameOf(target))
  })
  return { all: seen.length, missing: missing.map((element) => element.outerHTML.slice(0, 200)) }
}

/** Starts watching; what was seen lies in `seen`. A view is understood once, when it is first asked about. */
export function watch(options: Partial<ObserveOptions> = {}) {
  const controller = new AbortController()
  const whole = { ...DEFAULTS, ...options }
  const pages = new WeakMap<PageView, ObservedPage>()
  const pageOf = (view: PageView): ObservedPage => {
    const page = pages.get(view) ?? observed(view, whole)
    pages.set(view, page)
    return page
  }
  const seen: ObservedPage[] = []
  const watcher = watchPage(document, whole, (view) => seen.push(pageOf(view)), controller.signal)
  const current = (): ObservedPage => pageOf(watcher.current())
  return { seen, watcher: { current, again: watcher.again }, stop: () => controller.abort() }
}

/** Elements of which a disturbance is made at most: moving or copying half of a page is no small change. */
const MOST_MOVED = 400

/** What is seen under `root`, and under which pointer: what a class renamed by a build tool leaves as it is. */
const looksUnder = (root: Element): string =>
  [root, ...root.querySelectorAll('*')]
    .map((element) => (element.checkVisibility(SEEN) ? getComputedStyle(element).cursor[0] : '-'))
    .join('')

/**
 * Changes a page in a way that has nothing to do with what is there, from a list of numbers. Elements that a re-rendering
 * replaced are noted in `standsFor`, with what they replaced.
 */
export function disturb(numbers: number[], standsFor = new Map<Element, Element>()): void {
  const next = (count: number): number => {
    const number = numbers.shift() ?? 0
    return count === 0 ? 0 : number % count
  }
  const pick = <T>(list: ArrayLike<T>): T | undefined => list[next(list.length)]
  const small = (element: Element): boolean => element.getElementsByTagName('*').length <= MOST_MOVED
  while (numbers.length > 0) {
    const kind = next(6)
    const blocks = document.querySelectorAll('body, main, section, div, ul, li, aside, form')
    const parent = pick(blocks) as Element
    const serial = next(1000)
    if (kind === 0) {
      const advert = document.createElement(['div', 'aside', 'li', 'p'][next(4)] as string)
      advert.innerHTML = `<span>Advert ${serial}</span> <a href="/advert/${serial}">Discover offer ${serial}</a>`
      parent.insertBefore(advert, pick(parent.children) ?? null)
    } else if (kind === 1) {
      const note = document.createElement('p')
      note.textContent = `A remark of no importance, number ${serial}.`
      parent.insertBefore(note, pick(parent.children) ?? null)
    } else if (kind === 2) {
      const whole = pick(document.querySelectorAll('[data-removable], li, article, aside, section, tr'))
      if (whole && small(whole)) whole.remove()
    } else if (kind === 3) {
      const list = pick(document.querySelectorAll('ul, ol, [data-sortable]'))
      const child = list && pick(list.children)
      if (list && child && small(list)) list.insertBefore(child, pick(list.children) ?? null)
    } else if (kind === 4) {
      const element = pick(document.querySelectorAll('body *')) as Element
      const before = element.getAttribute('class')
      if (!small(element)) continue
      const shown = looksUnder(element)
      element.setAttribute('class', `css-${serial.toString(36)}`)
      if (looksUnder(element) === shown) continue
      if (before === null) element.removeAttribute('class')
      else element.setAttribute('class', before)
    } else if (parent !== document.body && small(parent) && !parent.querySelector('script,style,link')) {
      const olds = [parent, ...parent.querySelectorAll('*')]
      if (olds.some((element) => element.shadowRoot)) continue
      const copy = parent.cloneNode(true) as Element
      for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
        const old = olds[index] as Element
        standsFor.set(element, standsFor.get(old) ?? old)
      }
      parent.replaceWith(copy)
    }
  }
}

/** Names before and after a disturbance, of the elements that are there both times. */
export function namesAround(numbers: number[]): { before: string; after: string | null }[] {
  const standsFor = new Map<Element, Element>()
  const names = (view: ObservedPage): Map<Element, string> => {
    const map = new Map<Element, string>()
    for (const element of document.querySelectorAll('*')) {
      const named = view.nameOf(element)
      if (named) map.set(standsFor.get(element) ?? element, named.name)
    }
    return map
  }
  const before = names(look())
  disturb(numbers, standsFor)
  const after = names(look())
  const there = new Set([...document.querySelectorAll('*')].map((element) => standsFor.get(element) ?? element))
  return [...before]
    .filter(([element]) => there.has(element))
    .map(([element, name]) => ({ before: name, after: after.get(element) ?? null }))
}

/**
 * Names with their click types of what belongs to each form of the document, in order: the controls in it and, of a form
 * that has no button of its own, those beside it, outside of other forms, within the three elements around it.
 */
export function namesOfForms(): { isChoice: boolean; own: string[]; beside: string[] }[] {
  const view = look()
  const all = [...document.querySelectorAll('*')].flatMap((element) => {
    const named = view.nameOf(element)
    return named ? [{ element, named }] : []
  })
  const written = ({ named }: (typeof all)[0]) => `${named.name}:${named.click_type}`
  return [...document.forms].map((form) => {
    const own = all.filter(({ element }) => form.contains(element) || (element as HTMLInputElement).form === form)
    const sends = (element: Element) =>
      element.matches('button,input:is([type=submit],[type=image],[type=button]),a[onclick],span[onclick]')
    const isField = (element: Element) => element.matches('select,textarea,input') && !sends(element)
    let beside: typeof all = []
    if (!own.some(({ element }) => sends(element))) {
      const around = form.parentElement?.parentElement?.parentElement ?? document.body
      beside = all.filter(({ element }) => around.contains(element) && !element.closest('form') && !isField(element))
    }
    const count = (roles: string) => own.filter(({ named }) => roles.includes(named.role)).length
    return {
      isChoice: count('radio checkbox combobox listbox') > count('textbox searchbox'),
      own: own.map(written),
      beside: beside.map(written),
    }
  })
}
