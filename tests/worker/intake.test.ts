import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { CapturedAction, PageReading, SeenAction, Study } from '../../schemas/index.ts'
import { study as studySchema } from '../../schemas/index.ts'
import type { ConsentState } from '../../src/consent/readRecordingState.ts'
import { countMissing } from '../../src/dataset/countMissing.ts'
import type { AroundAnswer } from '../../src/messaging/calls.ts'
import type { Kept } from '../../src/messaging/kept.ts'
import { createIntake } from '../../src/worker/intake.ts'
import { createKnownPages } from '../../src/worker/knownPages.ts'
import { click, freshBuffer, id } from '../buffer/material.ts'
import { testStudy } from '../e2e/support/runPilot.ts'

const URL_HERE = 'https://shop.example/list'
const study: Study = studySchema.parse(testStudy(['https://shop.example/*', 'https://partner.example/*']))
type CapturedClick = Extract<CapturedAction, { type: 'click' }>

const document_id = id(1)

async function setUp() {
  const { buffer, clock } = await freshBuffer()
  const journal = new Map<string, unknown>()
  const state = { kind: 'recording' as ConsentState['kind'] }
  let around: AroundAnswer | null = null
  const paused = { sites: [] as string[] }
  const typeOnly = { now: false }
  const memory = new Map<string, unknown>()
  const steps: number[] = []
  const looks: (boolean | null)[] = []
  let made = 0
  const start = () =>
    createIntake({
      buffer: async () => buffer,
      state: async () =>
        ({ kind: state.kind, enrolment: { study, consent: { choices: { page_content: true } } } }) as ConsentState,
      prediction: async () => null,
      pages: createKnownPages({
        list: async () => [...memory.keys()].sort(),
        read: async (key) => memory.get(key),
        keep: async (key, known) => void memory.set(key, known),
        forget: async (keys) => keys.forEach((key) => void memory.delete(key)),
        now: () => clock.now,
      }),
      words: { inForce: async () => ({ scrub: (text: string) => text }) as never },
      journal: {
        read: async () => [...journal].sort(([one], [other]) => (one < other ? -1 : 1)),
        remove: async (keys) => keys.forEach((key) => void journal.delete(key)),
      },
      askAround: async () => around,
      isTypeOnly: async () => typeOnly.now,
      paused: async () => ({ tabs: [], sites: paused.sites }),
      onPage: async ({ type_only }) => void looks.push(type_only),
      onStep: async ({ document_seq }) => void steps.push(document_seq),
      now: () => clock.now,
      makeId: () => id(500 + made++),
      onStored() {},
    })
  const keep = (key: string, entry: Partial<Kept>) =>
    journal.set(key, { tab_id: 4, is_frame: false, url: URL_HERE, ...entry })
  const actions = async () =>
    (await buffer.items(0, 100)).flatMap(({ item }) =>
      item.kind === 'action' && item.data.type === 'click' ? [item.data.document_seq] : [],
    )
  return {
    buffer,
    journal,
    state,
    paused,
    typeOnly,
    memory,
    steps,
    looks,
    start,
    keep,
    actions,
    setAround: (answer: AroundAnswer | null) => (around = answer),
  }
}

const sender = { id: 'own', url: URL_HERE, tab: { id: 4 }, frameId: 0 }
const inFrame = { ...sender, url: 'https://partner.example/frame', frameId: 7 }

/** A click on the page's one button, as its recorder sends it; on no page that was seen, unless `fields` say so. */
function acted(number: number, fields = {}): { action: SeenAction } {
  const captured = click(number, { document_id, observation_no: null, ...fields }) as CapturedClick
  const { action_id: _, name: __, click_type: ___, role, text, ...rest } = captured
  return { action: { ...rest, target: { control: 0, near: [], isWithin: false, role, text } } }
}

const readingOf = (path: string, control: PageReading['parts'][0]): string => {
  const url = `https://shop.example/${path}`
  return JSON.stringify({ url, title: 'A', language: 'en', declared: 'product', forms: {}, parts: ['Shoe', control] })
}
const BUY = { control: 'button', role: 'button', text: 'Add to cart' } as const
const observed = { document_id, observation_no: 0, reading: readingOf('product/a', BUY) }
const signIn = readingOf('login', { control: 'input', role: 'textbox', type: 'password', sensitive: true })

test('what a recorder kept is stored once, in its place, whoever died in between', async () => {
  const { journal, keep, start, actions, buffer } = await setUp()
  keep('journal:1', { call: 'observed', data: observed })
  keep('journal:2', { call: 'acted', data: acted(0) })
  keep('journal:3', { call: 'acted', data: acted(1) })
  const intake = start()
  // The next page greets: what the one before left behind comes first.
  await intake.hello({ document_id: id(2), url: URL_HERE }, sender)
  await intake.acted({ ...acted(1), kept_as: 'journal:3' }, sender)
  await intake.acted(acted(7, { document_id: id(2) }), sender)
  expect(await actions()).toEqual([0, 1, 7])
  expect(journal.size).toBe(0)
  // A background that died after storing and before tidying up does no harm either.
  keep('journal:2', { call: 'acted', data: acted(0) })
  const next = start()
  await next.inOrder(next.catchUp)
  expect(await actions()).toEqual([0, 1, 7])
  const items = (await buffer.items(0, 100)).map(({ item }) => item)
  // The second document was counted from 0: its first seven never came.
  expect([...countMissing(items).values()]).toEqual([7])
})

test('what was caught up with before its message came is a step of somebody who is there, once', async () => {
  const { keep, start, actions, steps } = await setUp()
  keep('journal:1', { call: 'acted', data: acted(0) })
  const intake = start()
  await intake.inOrder(intake.catchUp)
  expect(steps).toEqual([])
  for (let time = 0; time < 2; time++) await intake.acted({ ...acted(0), kept_as: 'journal:1' }, sender)
  await intake.inOrder(async () => {})
  expect([steps, await actions()]).toEqual([[0], [0]])
})

test('a page that was caught up with and left is not the page in view again when its message comes', async () => {
  const { buffer, keep, start } = await setUp()
  keep('journal:1', { call: 'observed', data: observed })
  const intake = start()
  await intake.inOrder(intake.catchUp)
  const next = { document_id: id(2), observation_no: 0, reading: readingOf('product/b', BUY) }
  await intake.observed(next, sender)
  const inView = (await buffer.openSession())?.observation_id
  const answer = await intake.observed({ ...observed, kept_as: 'journal:1' }, sender)
  expect(answer).toMatchObject({ stop: false, page: { page_type: 'product' } })
  expect((await buffer.openSession())?.observation_id).toBe(inView)
})

test('what a tab shows is gone into when that is new, and when a page is come back to', async () => {
  const { looks, start } = await setUp()
  const intake = start()
  await intake.hello({ document_id, url: URL_HERE }, sender)
  for (const observation_no of [0, 1, 2, 2]) await intake.observed({ ...observed, observation_no }, sender)
  await intake.observed({ ...observed, observation_no: 3, reading: signIn }, sender)
  await intake.inOrder(async () => {})
  expect(looks).toEqual([null, false, false, true])
})

test('an answered message leaves the journal', async () => {
  const { journal, keep, start } = await setUp()
  keep('journal:1', { call: 'acted', data: acted(0) })
  await start().acted({ ...acted(0), kept_as: 'journal:1' }, sender)
  await Promise.resolve()
  expect(journal.size).toBe(0)
})

test('what was kept while nothing may be recorded is thrown away', async () => {
  for (const kind of ['paused', 'off'] as const) {
    const { journal, keep, start, state, actions } = await setUp()
    state.kind = kind
    keep('journal:1', { call: 'acted', data: acted(0) })
    const intake = start()
    await intake.inOrder(intake.catchUp)
    expect([journal.size, await actions()]).toEqual([0, []])
  }
})

test('what was kept on a site that is paused by now is thrown away', async () => {
  const { journal, keep, start, paused, actions } = await setUp()
  paused.sites.push('shop.example')
  keep('journal:1', { call: 'acted', data: acted(0) })
  const intake = start()
  await intake.inOrder(intake.catchUp)
  expect([journal.size, await actions()]).toEqual([0, []])
})

test('of a host that the study does not name, kept or sent, nothing', async () => {
  const { keep, start, actions } = await setUp()
  keep('journal:1', { call: 'acted', data: acted(0), url: 'https://other.example/list' })
  const intake = start()
  await intake.inOrder(intake.catchUp)
  expect(await intake.acted(acted(1), { ...sender, url: 'https://other.example/' })).toEqual({ stop: true })
  // A frame that its page wrote is of that page's host.
  await intake.acted(acted(2), { ...sender, url: 'about:srcdoc', origin: 'https://shop.example' })
  await intake.acted(acted(3), { ...sender, url: 'about:srcdoc', origin: 'https://other.example' })
  await intake.acted(acted(4), { ...sender, url: 'about:srcdoc' })
  expect(await actions()).toEqual([2])
})

test('a frame is recorded where the page around it is: asked, or known from what was seen in it', async () => {
  const { start, keep, actions, setAround } = await setUp()
  const intake = start()
  await intake.acted(acted(0, { observation_no: 0 }), inFrame)
  setAround({ url: 'https://shop.example/', page_type: 'payment', reading: null })
  await intake.observed(observed, inFrame)
  await intake.acted(acted(1, { observation_no: 0 }), inFrame)
  setAround({ url: 'https://elsewhere.example/', page_type: 'other', reading: null })
  await intake.acted(acted(2, { observation_no: 0 }), inFrame)
  // What the page around it is, its own recorder may not know yet: its reading tells.
  setAround({ url: 'https://shop.example/login', page_type: null, reading: signIn })
  await intake.acted(acted(2, { observation_no: 0 }), inFrame)
  setAround({ url: 'https://shop.example/', page_type: null, reading: 'no reading' })
  await intake.acted(acted(2, { observation_no: 0 }), inFrame)
  expect(await actions()).toEqual([])
  setAround({ url: 'https://shop.example/', page_type: null, reading: observed.reading })
  await intake.observed(observed, inFrame)
  // The click takes the page around it away, and the background with it.
  setAround(null)
  keep('journal:1', { call: 'acted', data: acted(3, { observation_no: 0 }), is_frame: true, url: inFrame.url })
  await intake.inOrder(intake.catchUp)
  await intake.acted(acted(4, { observation_no: 0 }), inFrame)
  expect(await actions()).toEqual([3, 4])
})

test('what a frame kept is judged by its message where that is there, and nothing overtakes it', async () => {
  const { start, keep, actions, setAround, journal } = await setUp()
  const intake = start()
  const frame = { is_frame: true, url: inFrame.url }
  const send = (key: string, call: 'observed' | 'acted', data: object, from: typeof sender) => {
    keep(key, { call, data, ...(from === inFrame && frame) })
    return intake[call]({ ...data, kept_as: key } as never, from)
  }
  setAround({ url: 'https://shop.example/', page_type: 'product', reading: null })
  // A page that greets has what was kept taken in first; its messages arrive meanwhile, and have their turn after that.
  const greeting = intake.hello({ document_id, url: inFrame.url }, inFrame)
  const sent = [
    send('journal:1', 'observed', observed, inFrame),
    send('journal:2', 'acted', acted(0, { observation_no: 0 }), inFrame),
    send('journal:3', 'acted', acted(1), sender),
  ]
  // The page around it is another by the time of its turn.
  setAround({ url: 'https://shop.example/login', page_type: 'sign_in', reading: null })
  expect(await greeting).toMatchObject({ page_recorded: true })
  expect(await Promise.all(sent)).toMatchObject([{ stop: false }, { stop: false }, { stop: false }])
  expect(await actions()).toEqual([0, 1])
  await Promise.resolve()
  expect(journal.size).toBe(0)
})

test('what a frame kept and never arrived is taken in where the page around it was known to be recorded', async () => {
  const { start, keep, actions, typeOnly } = await setUp()
  const intake = start()
  const frame = { call: 'acted', is_frame: true, url: inFrame.url } as const
  keep('journal:1', { ...frame, data: acted(0) })
  keep('journal:2', { ...frame, data: acted(1), page_recorded: true })
  keep('journal:3', { ...frame, data: acted(2), page_recorded: true, tab_id: null })
  await intake.inOrder(intake.catchUp)
  expect(await actions()).toEqual([1])
  typeOnly.now = true
  keep('journal:4', { ...frame, data: acted(3), page_recorded: true })
  await intake.inOrder(intake.catchUp)
  expect(await actions()).toEqual([1])
})

test('a message that makes no sense is not asked for again, and leaves a gap record with its place', async () => {
  const { start, buffer } = await setUp()
  const broken = { action: { ...acted(3).action, type: 'jump' } } as never
  expect(await start().acted(broken, sender)).toEqual({ stop: false })
  const gaps = (await buffer.items(0, 10)).flatMap(({ item }) => (item.kind === 'gap' ? [item.data] : []))
  expect(gaps).toMatchObject([{ reason: 'invalid', document_id, from_seq: 3, to_seq: 3 }])
})

test('a reading that makes no sense leaves a gap record, however deep it is', async () => {
  for (const reading of [
    '{',
    '{"url":1}',
    `${'{"tag":"div","mask":0,"parts":['.repeat(100_000)}`,
    `${'['.repeat(1e6)}`,
  ]) {
    const { start, buffer } = await setUp()
    expect(await start().observed({ ...observed, reading }, sender)).toEqual({ stop: false })
    const kinds = (await buffer.items(0, 10)).map(({ item }) => item.kind)
    expect(kinds).toEqual(['gap'])
  }
})

test('an action gets the name that its page gives it, from a background that began after the page was seen too', async () => {
  const { start, buffer } = await setUp()
  const answer = await start().observed(observed, sender)
  expect(answer).toEqual({ stop: false, page: { page_type: 'product', excluded: false, searches: [] } })
  await start().acted(acted(0, { observation_no: 0 }), sender)
  const unseen = { control: null, near: [0], isWithin: false, role: 'button', text: 'Gift wrap' }
  await start().acted({ action: { ...acted(1, { observation_no: 0 }).action, target: unseen } as SeenAction }, sender)
  const items = (await buffer.items(0, 10)).map(({ item }) => item)
  const found = items.flatMap(({ kind, data }) => (kind === 'action' && data.type === 'click' ? [data] : []))
  expect(found).toMatchObject([
    { name: 'add_to_cart', click_type: 'purchase', role: 'button', text: 'Add to cart' },
    { name: 'gift_wrap', click_type: 'other', role: 'button', text: 'Gift wrap' },
  ])
})

test('what is done on an excluded page, before its recorder knows that it is one, is left out, and is not missing', async () => {
  const { start, buffer, actions } = await setUp()
  const intake = start()
  const answer = await intake.observed({ ...observed, reading: signIn }, sender)
  expect(answer).toEqual({ stop: false, page: { page_type: 'sign_in', excluded: true, searches: [] } })
  await intake.acted(acted(0, { observation_no: 0 }), sender)
  await intake.acted(acted(0, { observation_no: 0 }), sender)
  await intake.observed({ ...observed, observation_no: 1 }, sender)
  await intake.acted(acted(1, { observation_no: 1 }), sender)
  const items = (await buffer.items(0, 10)).map(({ item }) => item)
  expect(await actions()).toEqual([1])
  expect(items.filter(({ kind }) => kind === 'gap')).toMatchObject([
    { data: { reason: 'excluded_page', document_id, from_seq: 0, to_seq: 0 } },
  ])
  expect([...countMissing(items).values()]).toEqual([])
  expect(JSON.stringify(items)).not.toContain('textbox')
})

test('an action that overtakes its page is asked for again; of a page that never comes nothing is kept', async () => {
  const { start, buffer, actions, keep } = await setUp()
  const intake = start()
  const early = acted(0, { observation_no: 0 })
  await expect(intake.acted(early, sender)).rejects.toThrow('not known yet')
  await intake.observed(observed, sender)
  await intake.acted(early, sender)
  expect(await actions()).toEqual([0])
  const lost = acted(1, { observation_no: 7 })
  await expect(intake.acted(lost, sender)).rejects.toThrow('not known yet')
  expect(await intake.acted(lost, sender)).toEqual({ stop: false })
  // What only the journal has is asked for nowhere.
  keep('journal:1', { call: 'acted', data: acted(2, { observation_no: 8 }) })
  await intake.inOrder(intake.catchUp)
  const gaps = (await buffer.items(0, 20)).flatMap(({ item }) => (item.kind === 'gap' ? [item.data] : []))
  expect(await actions()).toEqual([0])
  expect(gaps.map(({ reason, from_seq }) => [reason, from_seq])).toEqual([
    ['lost', 1],
    ['lost', 2],
  ])
})

test('of a page whose reading makes no sense no deed is kept', async () => {
  const { start, buffer, actions } = await setUp()
  const intake = start()
  await intake.observed({ ...observed, reading: '{' }, sender)
  expect(await intake.acted(acted(0, { observation_no: 0 }), sender)).toEqual({ stop: false })
  expect(await actions()).toEqual([])
  const gaps = (await buffer.items(0, 20)).flatMap(({ item }) => (item.kind === 'gap' ? [item.data] : []))
  expect(gaps.map(({ reason, from_seq }) => [reason, from_seq])).toEqual([
    ['invalid', null],
    ['invalid', 0],
  ])
})

test('where the names of a page are gone, what it was decides, and the action is named by itself', async () => {
  for (const [reading, expected] of [
    [observed.reading, ['buy']],
    [signIn, []],
  ] as const) {
    const { start, buffer, memory } = await setUp()
    await start().observed({ ...observed, reading }, sender)
    memory.clear()
    await start().acted(acted(0, { observation_no: 0 }), sender)
    const items = (await buffer.items(0, 20)).map(({ item }) => item)
    const names = items.flatMap(({ kind, data }) => (kind === 'action' && data.type === 'click' ? [data.name] : []))
    expect(names).toEqual(expected)
  }
})

test('what a target says is scrubbed before a name is made of it', async () => {
  const { start, buffer } = await setUp()
  const intake = start()
  await intake.observed(observed, sender)
  const target = {
    control: null,
    near: [],
    isWithin: false,
    role: 'link',
    text: `Deliver to Jane Roe ${'x'.repeat(120)}`,
  }
  await intake.acted({ action: { ...acted(0, { observation_no: 0 }).action, target } as SeenAction }, sender)
  const [found] = (await buffer.items(0, 20))
    .flatMap(({ item }) => (item.kind === 'action' ? [item.data] : []))
    .slice(-1)
  expect(JSON.stringify(found)).not.toMatch(/jane|roe/i)
  expect(found).toMatchObject({ name: expect.stringMatching(/^deliver_to_destination/) })
})
