import { seededRandom } from '../../../src/demo/shop/seededRandom.ts'
import { type Candidate, readAround } from './findCandidates.ts'
import { askFirst, type Hands, hasFocus, isMissed, type Landing, Missed, type Tab, Unsure } from './hands.ts'

/** Something the wanderer did, in its own words, without any of the recorder's names. */
export interface Deed {
  /** How it was done: the first words of a failure's report. */
  by: string
  type: 'click' | 'type_and_submit' | 'input'
  /** What a person reads on the target, in one line; empty where there is nothing to read. */
  target: string
  /** What a person reads around it. */
  around: string
  /** What was submitted, or typed; null where that is not known. */
  text: string | null
  /** Address of the page it was done on; empty where it came down on one that was just coming. */
  url: string
  /** The driver failed half-way, or the hand came down on something else: it may have been done, in part, or not at all. */
  uncertain?: true
  /** Whether the page itself heard it: see `Landing`. What it heard is certain, but for what it came down on. */
  heard?: Landing['heard']
}

export interface WanderOptions {
  hands: Hands
  /** Where the shop begins: to come back to from dead ends. */
  start: string
  /** Clicks, submissions and inputs to do. */
  deeds: number
  seed: number
  /** What to type into search fields, and others. */
  words: readonly string[]
  /** Awaited before and after every deed and every other gesture: the place for a disaster. */
  disturb(when: 'before' | 'after'): Promise<void>
  /** What the wanderer must not touch. */
  avoid?: RegExp | undefined
  /** A tab crashes, once in so many deeds; 0: never. */
  crashEvery?: number
  /** True ends the wandering early. */
  stop?(): boolean
}

export interface Wandering {
  /** All that a recorder must have, in order. */
  deeds: Deed[]
  crashes: number
  /** Gestures that are no deeds: scrolling, back, reload, another tab … */
  others: number
}

/**
 * Goes through any shop without aim and does with its hands whatever is there: clicks by mouse, key and finger, middle
 * clicks and their tabs, typing, submitting, ticking, choosing, dragging, scrolling, back, forward, reload, from one tab
 * to another, crashes of the tab. Deterministic but for the shop's own timing.
 */
export async function wander(options: WanderOptions): Promise<Wandering> {
  const { hands, start, seed, words, disturb } = options
  const random = seededRandom(`wander ${seed}`)
  const deeds: Deed[] = []
  let tab = hands.first
  let other: Tab | null = null
  let crashes = 0
  let others = 0
  let idle = 0

  const isAtShop = (): boolean => tab.url().startsWith(`${new URL(start).origin}/`)

  /** Does `gesture` on the target and notes it, where the target could be hit. */
  async function act(
    target: Candidate,
    deed: Pick<Deed, 'by' | 'type'> & { text?: string },
    gesture: () => Promise<Landing | null | undefined>,
  ): Promise<boolean> {
    await disturb('before')
    let url = tab.url()
    // Where the shop led to another site, nothing is recorded.
    if (!isAtShop()) return false
    let around = ''
    let landing: Landing | null | undefined
    function noted(): Deed {
      const { heard, on, target: read } = landing ?? {}
      // What is read on a control may change up to the last moment; where the hand came down on the next page, nobody knows on what.
      const seen = deed.type === 'click' && read !== undefined ? read : target.target
      const done = { text: null, target: seen, around, url, ...deed, heard }
      if (on === 'nowhere') return { ...done, target: '', around: '', url: '' }
      // Known is only that something else of the page heard it.
      if (on === 'elsewhere') return { ...done, type: 'click', text: null, target: '', around: '' }
      return on === 'field' ? { ...done, target: '', around: '' } : done
    }
    try {
      around = await askFirst(target.handle.evaluate(readAround))
      // Drivers hear of a navigation late.
      url = await askFirst(target.handle.evaluate((element: Element) => element.ownerDocument.location?.href ?? ''))
      landing = await gesture()
    } catch (error) {
      if (!isMissed(error)) throw error
      if (error instanceof Missed) return false
      if (error instanceof Unsure) landing = error.landing
      deeds.push({ ...noted(), uncertain: true })
      return true
    }
    deeds.push(noted())
    await disturb('after')
    return true
  }

  const click = (target: Candidate) => act(target, { by: 'mouse', type: 'click' }, () => tab.click(target, 'left'))

  /** A page may take the focus at the last moment: then the key goes where that is, and the ledger says so. */
  const key = (by: 'Enter' | 'Space') => (target: Candidate) => {
    const deed: Pick<Deed, 'by' | 'type'> = { by, type: 'click' }
    return act(target, deed, async () => {
      await tab.focus(target)
      const landing = await tab.landing(target, () => tab.press(by))
      if (landing.on === 'field') deed.type = 'type_and_submit'
      return landing
    })
  }

  const tap = (target: Candidate) =>
    tab.tap
      ? act(target, { by: 'finger', type: 'click' }, async () => void (await tab.tap?.(target)))
      : Promise.resolve(false)

  /** A middle click, and the tab it opens: looked into, then closed. */
  async function middle(target: Candidate): Promise<boolean> {
    const opened = await hands.opening(() =>
      act(target, { by: 'middle button', type: 'click' }, () => tab.click(target, 'middle')),
    )
    if (!opened.tab) return opened.done
    if (random.chance(0.5)) {
      const first = tab
      tab = opened.tab
      await tab.front()
      const [there] = await candidates('click')
      if (there) await click(there)
      tab = first
    }
    await opened.tab.close()
    await tab.front()
    return true
  }

  /** Puts the words in place of what the field holds. */
  async function fill(field: Candidate, text: string): Promise<void> {
    await tab.focus(field)
    await field.handle.evaluate((element: HTMLInputElement) => element.select())
    await tab.type(text)
    if (!(await field.handle.evaluate(hasFocus))) throw new Error('Timeout: the page took the focus away')
  }

  async function submit(field: Candidate): Promise<boolean> {
    const text = random.pick(words)
    const [button] =
      field.form === null || random.chance(0.6)
        ? []
        : (await tab.look(options.avoid)).filter(({ kind, form }) => kind === 'click' && form === field.form)
    return act(
      field,
      { by: button ? 'button of field' : 'Enter in field', type: 'type_and_submit', text },
      async () => {
        await fill(field, text)
        const press = button ? tab.click(button, 'left') : tab.landing(field, () => tab.press('Enter'))
        // The text is there already.
        return press.catch((error) =>
          Promise.reject(error instanceof Unsure ? error : new Error(`Timeout: half done (${error})`)),
        )
      },
    )
  }

  async function fillIn(field: Candidate): Promise<boolean> {
    const now = await field.handle.evaluate((element: HTMLInputElement) => element.value)
    const text = field.kind === 'number' ? String(random.between(1, 4)) : random.pick(words)
    if (now === text) return false
    return act(field, { by: 'keys in field', type: 'input', text }, async () => {
      await fill(field, text)
      await tab.press('Tab')
      return null
    })
  }

  async function choose(list: Candidate): Promise<boolean> {
    const isLast = await list.handle.evaluate(
      ({ selectedIndex, options }: HTMLSelectElement) => selectedIndex >= options.length - 1,
    )
    return act(list, { by: 'keys in list', type: 'input' }, async () => {
      await tab.focus(list)
      await tab.press(isLast ? 'ArrowUp' : 'ArrowDown')
      return null
    })
  }

  async function candidates(...kinds: Candidate['kind'][]): Promise<Candidate[]> {
    const all = (await tab.look(options.avoid)).filter(({ kind }) => kinds.includes(kind))
    return Array.from({ length: Math.min(3, all.length) }, () => random.pick(all))
  }

  type Use = (target: Candidate) => Promise<boolean>
  const on =
    (use: Use, ...kinds: Candidate['kind'][]) =>
    async (): Promise<void> => {
      for (const target of await candidates(...kinds)) if (await use(target)) return
    }

  const aside = (gesture: () => Promise<unknown>) => async (): Promise<void> => {
    await disturb('before')
    await gesture().then(
      () => others++,
      () => {},
    )
    await disturb('after')
  }

  /** To the other tab, which is opened where there is none. */
  async function change(): Promise<void> {
    const next = other ?? (await hands.newTab())
    other = tab
    tab = next
    await tab.front()
    if (!isAtShop()) await comeBack()
  }

  const wheel = () => tab.wheel(random.between(-400, 900))
  const drag = () =>
    tab.drag(
      { x: random.between(40, 300), y: random.between(150, 400) },
      { x: random.between(350, 700), y: random.between(450, 600) },
    )
  const turns: [weight: number, turn: () => Promise<void>][] = [
    [40, on(click, 'click')],
    [20, on(click, 'link')],
    [10, on(key('Enter'), 'click')],
    [5, on(key('Enter'), 'link')],
    [6, on(click, 'check')],
    [4, on(key('Space'), 'check')],
    [6, on(tap, 'click')],
    [5, on(middle, 'link')],
    [8, on(submit, 'search')],
    [6, on(fillIn, 'field')],
    [6, on(fillIn, 'number')],
    [6, on(choose, 'list')],
    [5, aside(() => tab.go('back'))],
    [3, aside(() => tab.go('forward'))],
    [3, aside(() => tab.go('reload'))],
    [8, aside(wheel)],
    [3, aside(drag)],
    [3, aside(change)],
  ]
  const bag = turns.flatMap(([weight, turn]) => Array.from({ length: weight }, () => turn))

  async function comeBack(): Promise<void> {
    idle = 0
    await tab.open(start).catch(() => tab.open(start))
  }

  /** The tab dies as a whole; the participant opens the shop in another. */
  async function crash(): Promise<void> {
    if (!hands.crash) return
    crashes++
    const dead = tab
    tab = await hands.newTab()
    await hands.crash(dead)
    await tab.front()
    await comeBack()
  }

  let last = 0
  while (deeds.length < options.deeds && !options.stop?.()) {
    await tab.rest()
    if (options.crashEvery && deeds.length - last >= options.crashEvery) {
      last = deeds.length
      await crash()
    }
    if (!isAtShop() || idle > 6) await comeBack()
    const before = deeds.length
    await random
      .pick(bag)()
      .catch((error: unknown) => {
        if (!isMissed(error)) throw error
      })
    idle = deeds.length === before ? idle + 1 : 0
  }
  await tab.rest()
  return { deeds, crashes, others }
}
