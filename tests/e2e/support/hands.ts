import type { Candidate } from './findCandidates.ts'

/** A person's hands on one tab, in any browser. Every gesture throws `Missed` where nothing happened. */
export interface Tab {
  url(): string
  /** What a hand can be laid on, in the order of the document. */
  look(avoid?: RegExp): Promise<Candidate[]>
  click(target: Candidate, button: 'left' | 'middle'): Promise<Landing | null>
  /** Null where this browser's driver has no finger. */
  tap: ((target: Candidate) => Promise<void>) | null
  /** Gives the target the focus, as the Tab key would. */
  focus(target: Candidate): Promise<void>
  press(key: string): Promise<void>
  /** Does the gesture, and says what its key or button came down on; throws `Unsure` where that is not all that it should have. */
  landing(target: Candidate, gesture: () => Promise<void>): Promise<Landing>
  type(text: string): Promise<void>
  wheel(pixels: number): Promise<void>
  drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>
  /** Resolves when another page is there, or there is none. */
  go(how: 'back' | 'forward' | 'reload'): Promise<void>
  open(url: string): Promise<void>
  /** The document is there, as far as it has come by now. */
  rest(): Promise<void>
  front(): Promise<void>
  close(): Promise<void>
}

export interface Hands {
  first: Tab
  newTab(): Promise<Tab>
  /** Does the gesture, and returns the tab that it opens, or null where none comes. */
  opening(gesture: () => Promise<boolean>): Promise<{ done: boolean; tab: Tab | null }>
  /** Ends the tab as a whole, as a crash of its process does; null where this browser's driver cannot. */
  crash: ((tab: Tab) => Promise<void>) | null
}

/** Thrown by a gesture that had no effect: its target was gone, covered, or the page left meanwhile. */
export class Missed extends Error {}

const MISSED =
  /Timeout|not attached|not visible|detached|context was destroyed|navigat|No node found|outside of the viewport|Cannot find context|no such (?:node|frame|element|handle)|stale element|not clickable|disposed|NS_ERROR_FAILURE|DiscardedBrowsingContext|Execution context|Cannot focus/i

/** True where a target was gone, covered or not to be hit, or the page left meanwhile: nothing happened then. */
export const isMissed = (error: unknown): boolean =>
  error instanceof Missed || error instanceof Unsure || MISSED.test(String(error))

/** What is asked before the hand moves: on a page that has left by then, nothing happened. */
export const askFirst = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((error: unknown) => {
    throw isMissed(error) ? new Missed(String(error)) : error
  })

/** Runs in the page: whether the element has the focus. */
export function hasFocus(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  return root.activeElement === element && document.hasFocus()
}

/** What became of a gesture, in the words of the page. */
export interface Landing {
  /** What its key or button came down on; `nowhere`: on no page, the old one having left and the next one not yet there. */
  on: 'target' | 'field' | 'elsewhere' | 'nowhere'
  /**
   * Whether the page heard the click that this makes, or the key itself where that is all there is; false where it left
   * before; null where it is there, and says nothing; undefined where it was not asked.
   */
  heard?: boolean | null | undefined
  /** What a person read on the target just then. */
  target?: string | undefined
}

/** Thrown by a gesture that came down elsewhere, or on a page that left before it heard the whole of it. */
export class Unsure extends Error {
  readonly landing: Landing

  constructor(landing: Landing) {
    super(`the page left, or moved, under the hand: ${JSON.stringify(landing)}`)
    this.landing = landing
  }
}

/** Where the page's own words on a gesture lie: in its session storage, for the page that comes next in the tab. */
export const WITNESS = 'e2e-gesture'

interface Watch {
  gesture: number
  end(): void
}

type Said = Landing & { gesture: number }

/** Runs in the page: notes what the next key or button comes down on, and whether its click is heard; returns the origin. */
export function watchLanding(element: Element, [gesture, key]: [gesture: number, key: string]): string {
  const window = element.ownerDocument.defaultView as Window
  const said: Said = { gesture, on: 'nowhere', heard: false }
  const listening = new AbortController()
  function say(): void {
    const words = JSON.stringify(said)
    console.debug(`${key} ${words}`)
    window.sessionStorage.setItem(key, words)
  }
  function down(event: Event): void {
    if (!event.isTrusted || ('key' in event && !/^(Enter| )$/.test(event.key as string))) return
    const hit = event.composedPath()[0] as Element
    if (said.on === 'nowhere') {
      const isField = hit.matches?.('input:not([type=checkbox],[type=radio],[type=submit],[type=button])')
      const isTarget = hit === element || element.contains(hit) || hit.closest?.('label')?.control === element
      said.on = isTarget ? 'target' : isField ? 'field' : 'elsewhere'
      if (isTarget) said.target = (window as { e2eTextOf?(of: Element): string }).e2eTextOf?.(element)
      // Of a key in a field, or on a widget made of other elements, there is no click to come.
      said.heard = 'key' in event && (isField || !hit.closest?.('a,button,input,select,summary'))
    }
    say()
  }
  function click(event: Event): void {
    if (!event.isTrusted || said.on === 'nowhere') return
    said.heard = true
    listening.abort()
    say()
  }
  // The document may have been the last gesture's, too.
  const watched = window as unknown as Record<string, Watch>
  watched[key]?.end()
  watched[key] = { gesture, end: () => listening.abort() }
  const options = { capture: true, passive: true, signal: listening.signal }
  for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, down, options)
  for (const type of ['click', 'auxclick']) window.addEventListener(type, click, options)
  return window.location.origin
}

/** Runs in the page that is in the tab now: what it, or the one before it, says of the gesture. */
export function readLanding([gesture, key]: [gesture: number, key: string]): {
  said: Landing | null
  /** True where the page is still the one that was watched. */
  isThere: boolean
  origin: string
} {
  const said = JSON.parse(window.sessionStorage.getItem(key) ?? 'null') as Said | null
  const isThere = (window as unknown as Record<string, Watch>)[key]?.gesture === gesture
  return { said: said?.gesture === gesture ? said : null, isThere, origin: window.location.origin }
}

/** Runs in the page: the middle of the element, brought into view; null where something else lies there, or it moves. */
export async function pointOf(element: Element): Promise<{ x: number; y: number } | null> {
  // No frame comes in a tab that is behind.
  const frame = () => new Promise((resolve) => [requestAnimationFrame(resolve), setTimeout(resolve, 300)])
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  await frame()
  const box = element.getClientRects()[0]
  await frame()
  const now = element.getClientRects()[0]
  if (!box || !now || now.x !== box.x || now.y !== box.y || now.width !== box.width) return null
  const at = { x: now.x + now.width / 2, y: now.y + now.height / 2 }
  let hit = document.elementFromPoint(at.x, at.y)
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(at.x, at.y)
    if (!inner || inner === hit) break
    hit = inner
  }
  const label = hit?.closest('label')
  return hit && (element === hit || element.contains(hit) || label?.control === element) ? at : null
}
