import type { BrowserContext, ElementHandle, Page } from 'playwright-core'
import { type SeededRandom, seededRandom } from '../../../src/demo/shop/seededRandom.ts'
import { type Candidate, findCandidates } from './findCandidates.ts'

/** Something the wanderer did, in its own words, without any of the recorder's names. */
export interface Deed {
  /** How it was done: the first two words of a failure's report. */
  by: string
  type: 'click' | 'type_and_submit' | 'input'
  /** What a person reads on the target, in one line; empty where there is nothing to read. */
  target: string
  /** Address that a link leads to. */
  text: string | null
  /** Address of the page it was done on. */
  url: string
}

export interface WanderOptions {
  context: BrowserContext
  page: Page
  /** Where the shop begins: to come back to from dead ends. */
  start: string
  /** Clicks, submissions and inputs to do. */
  deeds: number
  seed: number
  /** What to type into search fields. */
  words: readonly string[]
  /** Awaited before, in the middle of and after every deed: the place for a disaster. */
  disturb(when: 'before' | 'after', page: Page): Promise<void>
  /** What the wanderer must not touch. */
  avoid?: RegExp
  /** Tabs may crash, once in so many deeds; 0: never. */
  crashEvery?: number
  /** True ends the wandering early. */
  stop?(): boolean
}

/** Longest time for one gesture, milliseconds; a target that cannot be hit by then is left. */
const GESTURE_MS = 2000

/**
 * Goes through any shop without aim and does with its hands whatever is there: clicks by mouse, key and finger, middle
 * clicks and their tabs, typing, submitting, choosing, dragging, scrolling, back, forward, reload, crashes of the tab.
 *
 * @returns all that a recorder must have, in order. Deterministic but for the shop's own timing.
 */
export async function wander(options: WanderOptions): Promise<{ deeds: Deed[]; page: Page; crashes: number }> {
  const { context, start, seed, words, disturb } = options
  const random = seededRandom(`wander ${seed}`)
  const deeds: Deed[] = []
  let page = options.page
  let crashes = 0
  let idle = 0

  async function rest(): Promise<void> {
    await page.waitForLoadState('domcontentloaded', { timeout: 20_000 }).catch(() => {})
  }

  /** Does `gesture` on the target and notes it, where the target could be hit. */
  async function act(
    target: Candidate,
    deed: Pick<Deed, 'by' | 'type'> & { text?: string },
    gesture: (handle: ElementHandle<Element>) => Promise<unknown>,
  ): Promise<boolean> {
    const url = page.url()
    await disturb('before', page)
    try {
      await gesture(target.handle)
    } catch (error) {
      if (!isMissed(error)) throw error
      return false
    }
    deeds.push({ text: null, ...deed, target: target.target, url })
    await disturb('after', page)
    return true
  }

  const click = (target: Candidate) =>
    act(target, { by: 'mouse', type: 'click' }, (handle) => handle.click({ noWaitAfter: true, timeout: GESTURE_MS }))

  const enter = (target: Candidate) =>
    act(target, { by: 'Enter', type: 'click' }, async (handle) => {
      await handle.focus()
      await mustHaveFocus(handle)
      await page.keyboard.press('Enter')
    })

  const tap = (target: Candidate) =>
    act(target, { by: 'finger', type: 'click' }, async (handle) => {
      await handle.click({ trial: true, timeout: GESTURE_MS })
      const box = await handle.boundingBox()
      if (!box) throw new Missed()
      const session = await context.newCDPSession(page)
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      await session.send('Input.synthesizeTapGesture', { ...at, gestureSourceType: 'touch' })
      await session.detach().catch(() => {})
    })

  /** A middle click, and the tab it opens: looked into, then closed; sometimes the wanderer stays there. */
  async function middle(target: Candidate): Promise<boolean> {
    const opened = context.waitForEvent('page', { timeout: 10_000 })
    opened.catch(() => {})
    const done = await act(target, { by: 'middle button', type: 'click' }, (handle) =>
      handle.click({ button: 'middle', noWaitAfter: true, timeout: GESTURE_MS }),
    )
    if (!done) return false
    const other = await opened.catch(() => null)
    if (!other) return true
    await other.waitForLoadState('domcontentloaded').catch(() => {})
    if (random.chance(0.5)) {
      await other.bringToFront()
      const first = page
      page = other
      const [there] = await candidates('click')
      if (there) await click(there)
      page = first
    }
    await other.close()
    await page.bringToFront()
    return true
  }

  async function submit(target: Candidate): Promise<boolean> {
    const text = random.pick(words)
    return act(target, { by: 'Enter in field', type: 'type_and_submit', text }, async (handle) => {
      await handle.focus()
      await mustHaveFocus(handle)
      await handle.evaluate((field) => (field as HTMLInputElement).select?.())
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    })
  }

  async function choose(target: Candidate): Promise<boolean> {
    const before = await target.handle.evaluate(selected).catch(() => null)
    return act(target, { by: 'keys in list', type: 'input' }, async (handle) => {
      await handle.focus()
      await mustHaveFocus(handle)
      await page.keyboard.press(before?.isLast ? 'ArrowUp' : 'ArrowDown')
    })
  }

  async function candidates(kind: Candidate['kind']): Promise<Candidate[]> {
    const all = await findCandidates(page, options.avoid)
    return random.sample(
      all.filter((one) => one.kind === kind),
      3,
    )
  }

  async function first(kind: Candidate['kind'], use: (target: Candidate) => Promise<boolean>): Promise<boolean> {
    for (const target of await candidates(kind)) if (await use(target)) return true
    return false
  }

  const links = (use: (target: Candidate) => Promise<boolean>) => first('link', use)
  const turns: [weight: number, turn: () => Promise<boolean | undefined>][] = [
    [46, () => first('click', click)],
    [20, () => links(click)],
    [10, () => first('click', enter)],
    [5, () => links(enter)],
    [6, () => first('click', tap)],
    [5, () => links(middle)],
    [8, () => first('search', submit)],
    [6, () => first('list', choose)],
    [5, () => history(() => page.goBack({ waitUntil: 'commit', timeout: 5000 }))],
    [3, () => history(() => page.goForward({ waitUntil: 'commit', timeout: 5000 }))],
    [3, () => history(() => page.reload({ waitUntil: 'commit', timeout: 5000 }))],
    [8, () => history(() => page.mouse.wheel(0, random.between(-400, 900)))],
    [3, () => history(() => drag(page, random))],
  ]

  const bag = turns.flatMap(([weight, turn]) => Array.from({ length: weight }, () => turn))

  async function history(gesture: () => Promise<unknown>): Promise<undefined> {
    await disturb('before', page)
    await gesture().catch(() => {})
    await disturb('after', page)
    return undefined
  }

  async function comeBack(): Promise<void> {
    idle = 0
    await page.goto(start, { waitUntil: 'domcontentloaded' })
  }

  /** The tab dies as a whole; the participant opens the shop in another. */
  async function crash(): Promise<void> {
    crashes++
    const dead = page
    const crashed = dead.waitForEvent('crash', { timeout: 10_000 })
    await dead.goto('chrome://crash').catch(() => {})
    await crashed.catch(() => {})
    page = await context.newPage()
    await dead.close().catch(() => {})
    await comeBack()
  }

  let last = 0
  while (deeds.length < options.deeds && !options.stop?.()) {
    await rest()
    if (options.crashEvery && deeds.length - last >= options.crashEvery) {
      last = deeds.length
      await crash()
    }
    if (!page.url().startsWith(new URL(start).origin) || idle > 6) await comeBack()
    const turn = random.pick(bag)
    const before = deeds.length
    await turn().catch((error: unknown) => {
      if (!isMissed(error)) throw error
    })
    idle = deeds.length === before ? idle + 1 : 0
  }
  await rest()
  return { deeds, page, crashes }
}

class Missed extends Error {}

/** True where a target was gone, covered or not to be hit, or the page left meanwhile: nothing happened then. */
function isMissed(error: unknown): boolean {
  return (
    error instanceof Missed ||
    /Timeout|not attached|not visible|detached|context was destroyed|navigat|No node found|outside of the viewport|Cannot find context/i.test(
      String(error),
    )
  )
}

async function mustHaveFocus(handle: ElementHandle<Element>): Promise<void> {
  const has = await handle.evaluate((element) => {
    const root = element.getRootNode() as Document | ShadowRoot
    return root.activeElement === element && document.hasFocus()
  })
  if (!has) throw new Missed()
}

function selected(element: Element): { isLast: boolean } {
  const { selectedIndex, options } = element as HTMLSelectElement
  return { isLast: selectedIndex >= options.length - 1 }
}

/** A drag across the page: over text, pictures, what lies there. Nothing that a recorder makes a step of. */
async function drag(page: Page, random: SeededRandom): Promise<void> {
  await page.mouse.move(random.between(40, 300), random.between(150, 400))
  await page.mouse.down()
  await page.mouse.move(random.between(350, 700), random.between(450, 600), { steps: 4 })
  await page.mouse.up()
}
