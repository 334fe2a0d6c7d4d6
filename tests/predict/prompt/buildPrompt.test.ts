import { expect, test, vi } from 'vitest'
import type { Action } from '../../../schemas/index.ts'
import type { KnownStep, Situation } from '../../../src/predict/port.ts'
import { buildPrompt, type Prompt } from '../../../src/predict/prompt/buildPrompt.ts'
import { estimateTokens } from '../../../src/predict/prompt/estimateTokens.ts'
import { observation } from '../../support/observation.ts'
import { simulateShopper } from '../../support/simulateShopper.ts'
import { liveSituations } from '../../support/situations.ts'

// Seconds of work on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** A prompt as the bytes a provider's cache sees: system, then each part with its role. */
const parts = (prompt: Prompt): string[] => [
  prompt.system,
  ...prompt.turns.flatMap((turn) => turn.parts.map((part) => `${turn.role}\n${part}`)),
]

const situations = (sessions: number): Situation[] => [
  ...liveSituations(simulateShopper({ seed: 5, sessions, noise: 0.2 })).map(({ situation }) => situation),
]

/** One long session: every page of many sessions, one after the other. */
function longSession(): Situation[] {
  const rows = simulateShopper({ seed: 5, sessions: 30, noise: 0.2 }).map((row) => ({ ...row, session_id: 'one' }))
  return [...liveSituations(rows)].map(({ situation }) => situation)
}

const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((part, index) => part === long[index])

test('the prompt of a step begins, byte for byte, with the whole prompt of the step before', () => {
  const session = situations(1)
  expect(session.length).toBeGreaterThan(5)
  for (let i = 1; i < session.length; i++) {
    const [before, now] = [session[i - 1], session[i]].map((situation) => parts(buildPrompt(situation as Situation)))
    expect(startsWith(now as string[], before as string[])).toBe(true)
    expect((now as string[]).length).toBeGreaterThan((before as string[]).length)
  }
})

test('a long session shrinks in few, large strokes, and stays within its budget', () => {
  const budget = 12_000
  const prompts = longSession().map((situation) => parts(buildPrompt(situation, { budget })))
  let strokes = 0
  let shown = 0
  for (let i = 1; i < prompts.length; i++) {
    const [before, now] = [prompts[i - 1], prompts[i]] as [string[], string[]]
    shown += estimateTokens(now.at(-1) as string)
    expect(now.slice(1).reduce((sum, part) => sum + estimateTokens(part), 0)).toBeLessThan(budget * 1.05)
    if (!startsWith(now, before)) {
      strokes++
      const size = (list: string[]): number => list.reduce((sum, part) => sum + part.length, 0)
      expect(size(now)).toBeLessThan(0.75 * size(before))
    }
  }
  expect(prompts.length).toBeGreaterThan(250)
  expect(strokes).toBeGreaterThan(2)
  expect(strokes).toBeLessThanOrEqual(Math.ceil((2 * shown) / (budget / 2)))
})

test('the plan is a function of the history: the same situation always gives the same prompt', () => {
  const last = longSession().at(-1) as Situation
  expect(buildPrompt(last, { budget: 6000 })).toEqual(buildPrompt(structuredClone(last), { budget: 6000 }))
})

const shop = observation('<a name="kettle">Kettle</a>', 'search', 1)
const kettle = observation('<button name="buy">Buy "now" &lt;</button>', 'product', 2)
const click = (page: typeof shop | null, name: string): KnownStep => ({
  observation: page,
  action: { type: 'click', name, click_type: 'other', timestamp: 1 },
})
const event = (type: 'scroll' | 'navigate' | 'input' | 'tab', page: typeof shop | null, more: object): KnownStep => ({
  observation: null,
  action: { type, observation_id: page?.observation_id ?? null, timestamp: 1, ...more } as Action,
})
const turns = (history: KnownStep[], page = kettle): string[] =>
  buildPrompt({ history, observation: page }).turns.flatMap((turn) => turn.parts)

test('a page, what happened on it, the action, and the page now', () => {
  const history = [
    event('navigate', null, { how: 'typed' }),
    event('scroll', shop, { from: 0, to: 100, page_height: 1000 }),
    event('scroll', shop, { from: 100, to: 550, page_height: 1000 }),
    event('input', shop, { name: 'nav.search', text: 'a "kettle"', masked: false }),
    event('input', shop, { name: 'nav.zip', text: '', masked: true }),
    click(shop, 'kettle'),
    event('tab', shop, { how: 'shown' }),
    event('scroll', kettle, { from: 0, to: 100, page_height: 1000 }),
  ]
  expect(turns(history)).toEqual([
    '<events>reached the page by: typed</events>\n<page n="1" type="search" title="A page" url="https://shop.example/p">\n<a name="kettle">Kettle</a>\n</page>',
    '<events>scrolled to 55 %; entered "a \\"kettle\\"" in nav.search; filled in nav.zip</events>\n',
    '{"type":"click","name":"kettle"}',
    '<events>tab shown</events>\n<page n="2" type="product" title="A page" url="https://shop.example/p">\n<button name="buy">Buy "now" &lt;</button>\n</page>',
  ])
})

test.each<[string, KnownStep[], typeof shop, (string | RegExp)[]]>([
  ['the same page twice is shown once', [click(kettle, 'x')], kettle, [/Buy/, /x/, '<page n="2" same_as_before/>']],
  ['an unrecorded page says so', [click(null, 'x')], kettle, ['<page n="1" content="not_recorded"/>', /x/, /Buy/]],
  [
    'so does a page of which only the type is known',
    [],
    { ...kettle, context: '', title: 'Pay "now"' },
    ['<page n="1" type="product" title="Pay &quot;now&quot;" url="https://shop.example/p" content="not_recorded"/>'],
  ],
])('%s', (_, history, page, expected) => {
  expect(turns(history, page)).toEqual(
    expected.map((part) => (typeof part === 'string' ? part : expect.stringMatching(part))),
  )
})

test('a page too large for the prompt is cut before an element', () => {
  const huge = observation('<a name="link">some text</a>'.repeat(10_000))
  const [part] = buildPrompt({ history: [], observation: huge }, { budget: 1000 }).turns[0]?.parts ?? []
  expect(estimateTokens(part as string)).toBeLessThan(300)
  expect(part).toMatch(/<\/?a[^<]*\n\[cut\]\n<\/page>$/)
})

test.each([
  ['', 0],
  ['<a name="b">text</a>', 8],
  ['红色的鞋', 4],
])('tokens of "%s"', (text, expected) => expect(estimateTokens(text)).toBe(expected))
