import { describe, expect, test } from 'vitest'
import { type Action, type Item, item, type Observation, type Prediction } from '../../schemas/index.ts'
import { pagePrivacy } from '../../src/privacy/pagePrivacy.ts'
import { makeWordScrubber } from '../../src/privacy/participantWords.ts'
import { scrubCaptured, scrubItem, scrubPrediction } from '../../src/privacy/scrubItem.ts'
import type { PagePrivacy } from '../../src/read/port.ts'

const id = '11111111-1111-4111-8111-111111111111'
const hash = 'a'.repeat(64)

const observation = (given: Partial<Observation>): Item => ({
  item_id: hash,
  seq: 1,
  kind: 'observation',
  data: {
    schema_version: 1,
    observation_id: hash,
    url: 'https://shop.example/p/15',
    title: 'Lamp',
    page_type: 'product',
    language: 'en',
    context: '',
    recipe: null,
    ...given,
  },
})

const placed = {
  schema_version: 1,
  session_id: id,
  step_index: 0,
  tab: 0,
  url: 'https://shop.example/',
  observation_id: hash,
  action_id: id,
  timestamp: 1,
  document_id: id,
  document_seq: 0,
} as const

const action = (given: object): Item => ({
  item_id: id,
  seq: 2,
  kind: 'action',
  data: { ...placed, ...given } as Action,
})
const click = (given: object): Item =>
  action({ type: 'click', name: 'a.b', click_type: 'other', role: 'link', text: '', ...given })
const prediction = (given: Partial<Prediction>): Item => ({
  item_id: id,
  seq: 3,
  kind: 'prediction',
  data: {
    schema_version: 1,
    prediction_id: id,
    session_id: id,
    step_index: 0,
    observation_id: hash,
    predictor: 'ranker',
    predictor_version: '1',
    learned_from: 0,
    committed_at: 1,
    latency_ms: 1,
    visibility: 'off',
    candidates: [],
    rationale: null,
    error: null,
    ...given,
  },
})

/** What must not be in the bytes, and an item that holds it. */
const canaries: [canary: string, where: Item][] = [
  ['zoe.canary1@example.com', observation({ title: 'Orders of zoe.canary1@example.com' })],
  ['Canarina', observation({ title: 'Hello, Canarina' })],
  ['canary3@example.com', observation({ url: 'https://shop.example/s?q=canary3@example.com' })],
  ['canary4%40example.com', observation({ url: 'https://shop.example/s?q=canary4%40example.com' })],
  ['canary5', observation({ url: 'https://shop.example/s?email=canary5@example.com' })],
  ['canary6', observation({ url: 'https://canary6:pw@shop.example/' })],
  ['Canary7', observation({ url: 'https://shop.example/users/Canary7/' })],
  ['4471188', observation({ url: 'https://shop.example/orders/4471188' })],
  ['CANARY9SESSION', observation({ url: 'https://shop.example/a;jsessionid=CANARY9SESSION' })],
  ['canary10', observation({ url: 'https://shop.example/#token=canary10' })],
  ['112-7654321-7654321', observation({ url: 'https://shop.example/dp/B1/112-7654321-7654321' })],
  ['canary12', observation({ url: 'data:text/html,canary12' })],
  ['canary13', observation({ language: 'canary13@example.com' })],
  ['canary14@example.com', observation({ context: '<b>canary14@example.com</b>' })],
  ['canary15@example.com', observation({ context: '<a name="x" label="canary15@example.com">x</a>' })],
  ['canary16@example.com', observation({ context: '<input name="q" placeholder="canary16@example.com">' })],
  ['canary17@example.com', observation({ context: '<img alt="canary17@example.com">' })],
  ['canary18@example.com', observation({ context: '<a name="x" title="canary18@example.com">x</a>' })],
  [
    'canary19@example.com',
    observation({ context: '<b data-user="{&quot;mail&quot;:&quot;canary19@example.com&quot;}">x</b>' }),
  ],
  ['canary20', observation({ context: '<a name="x" href="/p?user=canary20@example.com">x</a>' })],
  ['canary21', observation({ context: '<a name="x" href="mailto:canary21@example.com">x</a>' })],
  ['Canarino', observation({ context: '<b>Deliver to</b><b>Canarino</b>' })],
  ['canarinus', observation({ context: '<a name="hello_canarinus"></a>' })],
  ['canarberg', observation({ context: '<a name="deliver_to_canarberg_90210"></a>' })],
  ['Canaria Smith', observation({ context: '<b>Recipient:</b> Canaria Smith' })],
  ['Canary Street', observation({ context: '<li>77 Canary Street, Springfield, IL 62704</li>' })],
  ['62704', observation({ context: '<li>77 Canary Street, Springfield, IL 62704</li>' })],
  ['Kanarienstraße', observation({ context: '<li>Kanarienstraße 7</li>' })],
  ['rue du Canari', observation({ context: '<li>7 rue du Canari</li>' })],
  ['金丝雀路', observation({ context: '<li>上海市浦东新区金丝雀路88号</li>' })],
  ['415-555-2671', observation({ context: 'Call 415-555-2671' })],
  ['6 12 34 56 78', observation({ context: 'Tel 06 12 34 56 78' })],
  ['13812345678', observation({ context: '手机 13812345678' })],
  ['4111 1111 1111 1111', observation({ context: '4111 1111 1111 1111' })],
  ['4242', observation({ context: '<b>Visa ending in</b><b>4242</b>' })],
  ['DE89370400440532013000', observation({ context: 'DE89370400440532013000' })],
  ['078-05-1120', observation({ context: '078-05-1120' })],
  ['11010519491231002X', observation({ context: '11010519491231002X' })],
  ['RSSMRA85T10A562S', observation({ context: 'RSSMRA85T10A562S' })],
  ['112-1234567-1234567', observation({ context: '112-1234567-1234567' })],
  ['88442211', observation({ context: '<b>Bestellnummer</b> 88442211' })],
  ['1Z999AA10123456784', observation({ context: '1Z999AA10123456784' })],
  ['203.0.113.77', observation({ context: 'Your address is 203.0.113.77' })],
  ['37.774929', observation({ context: '37.774929, -122.419416' })],
  ['01/02/1990', observation({ context: '<b>Date of birth</b><b>01/02/1990</b>' })],
  ['824551', observation({ context: 'Your verification code is 824551' })],
  ['hunter2hunter2', observation({ context: '<input name="p" type="password" value="hunter2hunter2">' })],
  ['Kanari-Vorname', observation({ context: '<input name="x" label="Vorname" value="Kanari-Vorname">' })],
  ['eyJhbGciOiJIUzI1NiJ9', observation({ context: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl' })],
  ['Kanarchen', observation({ context: 'Kanarchen’s list of things' })],
  ['canary51@example.com', click({ text: 'canary51@example.com' })],
  ['canarius', click({ name: 'nav_bar.hello_canarius' })],
  ['canary53', click({ role: 'canary53@example.com' })],
  ['canary54', click({ url: 'https://shop.example/?user=canary54' })],
  ['canary55', action({ type: 'navigate', how: 'link', to: 'https://shop.example/?session=canary55' })],
  ['canary56@example.com', action({ type: 'type_and_submit', name: 'nav.search', text: 'canary56@example.com' })],
  ['canary57', action({ type: 'input', name: 'form.first_name', text: 'canary57', masked: false })],
  ['canary58', action({ type: 'input', name: 'form.anything', text: 'canary58', masked: true })],
  ['canary59', action({ type: 'type_and_submit', name: 'sign_in.password', text: 'canary59' })],
  ['415-555-2672', action({ type: 'input', name: 'nav.search', text: 'call 415-555-2672', masked: false })],
  ['canary61@example.com', prediction({ rationale: 'They wrote canary61@example.com before.' })],
  ['canary62@example.com', prediction({ error: 'Bad request: canary62@example.com' })],
  [
    'canarella',
    prediction({ candidates: [{ action: { type: 'click', name: 'nav.hello_canarella' }, probability: 1 }] }),
  ],
  [
    'canary64@example.com',
    prediction({
      candidates: [
        { action: { type: 'type_and_submit', name: 'nav.search', text: 'canary64@example.com' }, probability: 1 },
      ],
    }),
  ],
  ['Hauptkanarie', observation({ context: 'Hi Hauptkanarie!' })],
  ['canary66@example.com', observation({ context: 'broken < markup "canary66@example.com' })],
  ['ｃａｎａｒｙ', observation({ context: 'ｃａｎａｒｙ67＠example.com' })],
  ['555-2673', observation({ context: '415\u200b-555-2673 and 415\u2011555\u20112673' })],
]

const words = makeWordScrubber(['Kanarchen'])

test('there are at least 60 canaries', () => {
  expect(canaries.length).toBeGreaterThanOrEqual(60)
})

describe.each(canaries)('%s', (canary, planted) => {
  const bytes = JSON.stringify(scrubItem(planted, words))

  test('is not in the bytes', () => {
    expect(JSON.stringify(planted)).toContain(canary)
    expect(bytes).not.toContain(canary)
  })

  test('leaves a valid item that a second time does not change', () => {
    const once = scrubItem(planted, words)
    expect(item.safeParse(once).error).toBeUndefined()
    expect(JSON.stringify(scrubItem(once, words))).toBe(bytes)
  })
})

test('what is captured is scrubbed before it has an id, and stays as it is afterwards', () => {
  const { schema_version, observation_id, ...captured } = observation({
    title: 'Hello, Anna',
    context: '<b>Deliver to</b><b>Anna</b> 12,50 €',
  }).data as Observation
  const scrubbed = scrubCaptured(captured)
  expect(scrubbed).toMatchObject({ title: 'Hello, [name]', context: '<b>Deliver to</b><b>[destination]</b> 12,50 €' })
  const whole = observation(scrubbed)
  expect(scrubItem(whole)).toEqual(whole)
  expect([schema_version, observation_id]).toEqual([1, hash])
})

test('an element keeps one name in context, action and prediction', () => {
  const name = 'nav_bar.hello_anna_account'
  const context = scrubItem(observation({ context: '<nav name="nav_bar"><a name="hello_anna_account"></a></nav>' }))
  expect(JSON.stringify(context)).toContain('hello_name_account')
  expect(JSON.stringify(scrubItem(click({ name })))).toContain('nav_bar.hello_name_account')
  const draft = scrubPrediction({
    ...(prediction({}).data as Prediction),
    candidates: [{ action: { type: 'click', name }, probability: 1 }],
  })
  expect(draft.candidates[0]?.action).toEqual({ type: 'click', name: 'nav_bar.hello_name_account' })
})

test('texts that grow under their blanks keep to the limits of the schema', () => {
  const long = scrubItem(observation({ title: 'Hi Al! '.repeat(71) }))
  expect(item.safeParse(long).success).toBe(true)
  expect(scrubItem(long)).toEqual(long)
})

test('gaps and terminations pass unchanged', () => {
  const gap: Item = {
    item_id: id,
    seq: 4,
    kind: 'gap',
    data: {
      schema_version: 1,
      gap_id: id,
      timestamp: 1,
      session_id: null,
      document_id: null,
      from_seq: null,
      to_seq: null,
      reason: 'lost',
    },
  }
  expect(scrubItem(gap)).toEqual(gap)
  const end = action({ type: 'terminate', reason: 'idle' })
  expect(scrubItem(end)).toEqual(end)
})

test('what the page scrubs can be told by its form alone', () => {
  const port: PagePrivacy = pagePrivacy
  expect(port.scrubText('Anna: +1 415-555-2671, a@b.co; b@c.de')).toBe('Anna: [phone], [email]; [email]')
  expect(port.scrubText('4111 1111 1111 1111 and 113-1234567-1234567')).toBe('[card] and [order]')
  expect(port.scrubText('Deliver to Anna')).toBe('Deliver to Anna')
  expect(port.scrubUrl('https://shop.example/s?q=lamp&sid=1')).toBe('https://shop.example/s?q=lamp')
})
