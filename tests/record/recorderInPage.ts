import { actionIdOf } from '../../schemas/actionIdOf.ts'
import type { SeenAction } from '../../schemas/index.ts'
import { nameTarget } from '../../src/page/nameTarget.ts'
import type { NamedElement } from '../../src/page/port.ts'
import type { PageView } from '../../src/read/port.ts'
import type { CurrentPage } from '../../src/record/port.ts'
import { startRecording } from '../../src/record/startRecording.ts'

/*
 * Runs in the browser under test: the recorder, on a page whose names are written in `data-name`, `data-click-type`
 * and `data-role`. Every change of the document makes a new view. What is emitted lies in localStorage at once, so it
 * survives the navigation that a click causes, and shows whether it was emitted before; every document writes to a
 * place of its own, since two may be alive in two processes.
 */

const EXCLUDED = 'sign_in'

function elementsWithin(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsWithin(element.shadowRoot) : []),
  ])
}

/** The names of each view, by its number: what the background would know. */
const namedOf = new Map<number, NamedElement[]>()

function look(document: Document, observation_no: number): PageView {
  const page_type = document.body?.dataset.pageType === EXCLUDED ? EXCLUDED : 'other'
  const numbers = new WeakMap<Element, number>()
  const named: NamedElement[] = []
  namedOf.set(observation_no, named)
  for (const element of page_type === EXCLUDED ? [] : (elementsWithin(document) as HTMLElement[])) {
    const { name, clickType = 'other', role = element.localName } = element.dataset ?? {}
    if (!name) continue
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 80)
    numbers.set(element, named.push({ name, click_type: clickType as NamedElement['click_type'], role, text }) - 1)
  }
  const around = (element: Element): Element | null =>
    element.parentElement ?? ((element.getRootNode() as ShadowRoot).host || null)
  return {
    reading: '',
    understood: { page_type, excluded: page_type === EXCLUDED, searches: [] },
    understand() {},
    searches: (element) => named[numbers.get(element) ?? -1]?.click_type === 'search',
    elementOf(element) {
      for (let at: Element | null = element; at; at = around(at)) if (numbers.has(at)) return at
      return null
    },
    numberOf: (element) => numbers.get(element) ?? null,
  }
}

function watch(document: Document): () => CurrentPage {
  let current: CurrentPage | null = null
  const observer = new MutationObserver(() => {
    current = null
  })
  let observation_no = -1
  observer.observe(document, { subtree: true, childList: true, attributes: true })
  return () => {
    if (observer.takeRecords().length > 0) current = null
    if (!current) {
      observation_no++
      current = { view: look(document, observation_no), observation_no }
    }
    return current
  }
}

function append(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify([...JSON.parse(localStorage.getItem(key) ?? '[]'), value]))
}

/** What is emitted, with the names that the background would give it. */
function named(action: SeenAction): object {
  const action_id = actionIdOf(action.document_id, action.document_seq)
  if (!('target' in action)) return { action_id, ...action }
  const { target, ...rest } = { action_id, ...action }
  const { name, ...more } = nameTarget(target, namedOf.get(target.observation_no ?? action.observation_no ?? -1) ?? [])
  return action.type === 'click' ? { ...rest, name, ...more } : { ...rest, name }
}

const documentId = crypto.randomUUID()
const controller = new AbortController()
document.addEventListener('stop-recording', () => controller.abort())
startRecording({
  window,
  page: { current: watch(document) },
  emit: (action) => append(`actions ${documentId}`, named(action)),
  onSkipped: (reason) => append(`skipped ${documentId}`, reason),
  now: () => {
    // Where a test sets the clock, it stands still.
    const fixed = localStorage.getItem('clock')
    if (fixed) return Number(fixed)
    const clock = Math.round((performance.timeOrigin + performance.now()) * 1000)
    const time = Math.max(clock, Number(localStorage.getItem('time') ?? 0) + 1)
    localStorage.setItem('time', String(time))
    return time
  },
  documentId,
  isFrame: window.parent !== window,
  record: JSON.parse(localStorage.getItem('record') ?? '{"input":true,"scroll":true,"navigation":true,"tabs":true}'),
  privacy: {
    scrubText: (text) => text.replaceAll('Jane Roe', '[name]'),
    scrubUrl: (url) => url.replace(/token=[^&#]*/, 'token='),
    isSensitiveField: ({ type, autocomplete, label }) => type === 'password' || /cc-|card/i.test(autocomplete + label),
  },
  signal: controller.signal,
})
