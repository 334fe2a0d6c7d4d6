import { parse } from '@puppeteer/replay'
import { expect, test } from 'vitest'
import type { Action, StepRow } from '../../schemas/index.ts'
import { userFlow } from '../../src/dataset/userFlow.ts'
import { fakeUuid } from '../support/simulateShopper.ts'

const CARDS = ['Blue lamp', 'Green lamp'].map(
  (title) =>
    `<li name="${title.toLowerCase().replace(' ', '_')}"><a name="view_product">${title}</a><button name="add_to_cart"></button></li>`,
)
const CONTEXT = `<nav name="nav_bar"><input name="search" label="Search"><a name="deals"></a></nav>
<section name="results">${CARDS.join('')}</section>
<input name="gift" type="checkbox" label="It's a &quot;gift&quot;"><a name="deals_2">Deals</a>`

const pageAt = (url: string, context = CONTEXT): NonNullable<StepRow['observation']> => ({
  schema_version: 1,
  observation_id: 'a'.repeat(64),
  url,
  title: 'Lamps',
  page_type: 'search',
  language: 'en',
  context,
  recipe: null,
})

const HOME = 'https://lamps.example/'

function step(step_index: number, changes: Partial<StepRow>): StepRow {
  return {
    schema_version: 1,
    study_id: 'lamps',
    participant_id: fakeUuid(1),
    participant_kind: 'participant',
    session_id: fakeUuid(2),
    step_index,
    seq: step_index + 1,
    timestamp: step_index,
    tab: 0,
    action: { type: 'click', name: 'nav_bar.deals' },
    click_type: 'nav_bar',
    element: { role: 'link', text: 'Deals' },
    observation: pageAt(HOME),
    history: [],
    rationale: null,
    ...changes,
  }
}

const past = (changes: Partial<Action> & Pick<Action, 'type'>): Action =>
  ({ tab: 0, url: HOME, observation_id: 'a'.repeat(64), timestamp: 0, ...changes }) as Action

/** The flow as the standard library reads it, without the steps that every flow begins with. */
function flowOf(...steps: StepRow[]) {
  const { flow, left_out } = userFlow(steps, 'A session')
  const read = parse(JSON.parse(JSON.stringify(flow)))
  expect(read).toEqual(flow)
  expect(flow.steps.slice(0, 2).map(({ type }) => type)).toEqual(['setViewport', 'navigate'])
  return { steps: flow.steps.slice(2), title: flow.title, left_out: left_out.map(({ why }) => why) }
}

const selectorsOf = (changes: Partial<StepRow>): string[] | undefined => {
  const [first] = flowOf(step(0, changes)).steps
  return first && 'selectors' in first ? first.selectors.flat() : undefined
}

const clickOn = (name: string, role: string, text: string): Partial<StepRow> => ({
  action: { type: 'click', name },
  element: { role, text },
})

test('the first of those that say the same is found by role and text, another one beside a text of its own', () => {
  expect(selectorsOf(clickOn('results.blue_lamp.view_product', 'link', 'Blue lamp'))?.[0]).toBe(
    'aria/Blue lamp[role="link"]',
  )
  expect(selectorsOf(clickOn('results.blue_lamp.add_to_cart', 'button', 'Add to cart'))?.[0]).toBe(
    'aria/Add to cart[role="button"]',
  )
  const second = selectorsOf(clickOn('results.green_lamp.add_to_cart', 'button', 'Add to cart'))
  expect(second).toHaveLength(1)
  expect(second?.[0]).toContain('="Green lamp"')
  expect(second?.[0]).toContain('/ancestor::*')
})

test('quotes in a label are XPath all the same', () => {
  expect(selectorsOf(clickOn('gift', 'checkbox', `It's a "gift"`))).toEqual([
    expect.stringContaining(`concat("It's a ",'"',"gift",'"',"")`),
  ])
})

test.each([
  ['nothing tells it from another that says the same', clickOn('deals_2', 'link', 'Deals'), /deals_2 cannot be found/],
  ['its text was scrubbed', clickOn('nav_bar.deals', 'link', 'Hello [name]'), /cannot be found/],
  ['it says nothing', clickOn('nav_bar.deals', 'link', ''), /cannot be found/],
] as const)('a click is left out and told where %s', (_, changes, why) => {
  const { steps, title, left_out } = flowOf(step(0, changes), step(1, {}))
  expect(steps.map(({ type }) => type)).toEqual(['click'])
  expect(title).toBe('A session (not repeated in full: step 0)')
  expect(left_out).toEqual([expect.stringMatching(why)])
})

test('what leads to a page is waited for; a page that nothing here led to is opened', () => {
  const to = `${HOME}deals`
  const link = past({ type: 'navigate', how: 'link', to })
  const { steps } = flowOf(step(0, {}), step(1, { history: [link] }), step(2, { history: [link, link] }))
  expect(steps.map((one) => [one.type, 'assertedEvents' in one])).toEqual([
    ['click', true],
    ['click', true],
    ['navigate', false],
    ['click', false],
  ])
  const back = past({ type: 'navigate', how: 'back', to })
  expect(flowOf(step(0, {}), step(1, { history: [link, back] })).steps[1]).toEqual({ type: 'navigate', url: to })
})

test('a search is typed, submitted and waited for; an input is repeated, a withheld one is told', () => {
  const submit: Partial<StepRow> = { action: { type: 'type_and_submit', name: 'nav_bar.search', text: 'lamp' } }
  const { element: _, ...search } = step(0, submit)
  const history = [
    past({ type: 'input', name: 'gift', text: 'on', masked: false }),
    past({ type: 'input', name: 'nav_bar.search', text: '', masked: true }),
    past({ type: 'scroll', from: 0, to: 300, page_height: 900 }),
  ]
  const { steps, left_out } = flowOf(
    { ...search, history },
    step(1, { history: [past({ type: 'navigate', how: 'link', to: HOME })] }),
  )
  expect(steps.map(({ type }) => type)).toEqual(['change', 'scroll', 'click', 'change', 'keyDown', 'keyUp', 'click'])
  expect(steps[4]).toEqual({ type: 'keyDown', key: 'Enter', assertedEvents: [{ type: 'navigation' }] })
  expect(left_out).toEqual(['what was entered in nav_bar.search was not recorded'])
})

test('one tab replays what was done in another, and an address with a blank is told', () => {
  const other = pageAt(`${HOME}other`)
  expect(flowOf(step(0, {}), step(1, { tab: 1, observation: other })).steps.map(({ type }) => type)).toEqual([
    'click',
    'navigate',
    'click',
  ])
  const { steps, left_out } = flowOf(step(0, {}), step(1, { tab: 1, observation: pageAt(`${HOME}order/[order]`) }))
  expect(steps).toHaveLength(2)
  expect(left_out).toEqual([expect.stringMatching(/blanked/)])
})
