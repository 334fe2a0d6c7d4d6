import type { Candidate } from './findCandidates.ts'

/** A person's hands on one tab, in any browser. Every gesture throws `Missed` where nothing happened. */
export interface Tab {
  url(): string
  /** What a hand can be laid on, in the order of the document. */
  look(avoid?: RegExp): Promise<Candidate[]>
  click(target: Candidate, button: 'left' | 'middle'): Promise<void>
  /** Null where this browser's driver has no finger. */
  tap: ((target: Candidate) => Promise<void>) | null
  /** Gives the target the focus, as the Tab key would. */
  focus(target: Candidate): Promise<void>
  press(key: string): Promise<void>
  /** Does the gesture, and says what its key or button came down on. */
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
export const isMissed = (error: unknown): boolean => error instanceof Missed || MISSED.test(String(error))

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

/** What a key or a button came down on; `nowhere`: on no page, the old one having left and the next one not yet there. */
export type Landing = 'target' | 'field' | 'elsewhere' | 'nowhere'

type Watched = Window & { landing?: Exclude<Landing, 'nowhere'> }

/** Runs in the page: notes what the next key or button comes down on, and says so on the console, which outlives the page. */
export function watchLanding(element: Element, gesture: number): void {
  const window = element.ownerDocument.defaultView as Watched
  delete window.landing
  const seen = new AbortController()
  const note = (event: Event): void => {
    if (!event.isTrusted) return
    seen.abort()
    const hit = event.composedPath()[0] as Element
    const isField = hit.matches?.('input:not([type=checkbox],[type=radio],[type=submit],[type=button])')
    const isTarget = hit === element || element.contains(hit) || hit.closest?.('label')?.control === element
    window.landing = isTarget ? 'target' : isField ? 'field' : 'elsewhere'
    console.debug(`gesture ${gesture} on ${window.landing}`)
  }
  for (const type of ['keydown', 'pointerdown'])
    window.addEventListener(type, note, { capture: true, signal: seen.signal })
}

/** Runs in the page, after the gesture. */
export const landingSeen = (element: Element): Landing =>
  (element.ownerDocument.defaultView as Watched | null)?.landing ?? 'target'

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
