import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Study } from '../../schemas/index.ts'
import { study as studySchema } from '../../schemas/index.ts'
import type { ConsentState } from '../../src/consent/readRecordingState.ts'
import { countMissing } from '../../src/dataset/countMissing.ts'
import type { AroundAnswer } from '../../src/messaging/calls.ts'
import type { Kept } from '../../src/messaging/kept.ts'
import { createIntake } from '../../src/worker/intake.ts'
import { click, freshBuffer, id, page } from '../buffer/material.ts'
import { testStudy } from '../e2e/support/runPilot.ts'

const URL_HERE = 'https://shop.example/list'
const study: Study = studySchema.parse(testStudy(['https://shop.example/*', 'https://partner.example/*']))
const document_id = id(1)

async function setUp() {
  const { buffer, clock } = await freshBuffer()
  const journal = new Map<string, unknown>()
  const state = { kind: 'recording' as ConsentState['kind'] }
  let around: AroundAnswer | null = null
  const paused = { sites: [] as string[] }
  const typeOnly = { now: false }
  let made = 0
  const start = () =>
    createIntake({
      buffer: async () => buffer,
      state: async () =>
        ({ kind: state.kind, enrolment: { study, consent: { choices: { page_content: true } } } }) as ConsentState,
      prediction: async () => null,
      words: { inForce: async () => ({ scrub: (text: string) => text }) as never },
      journal: {
        read: async () => [...journal].sort(([one], [other]) => (one < other ? -1 : 1)),
        remove: async (keys) => keys.forEach((key) => void journal.delete(key)),
      },
      askAround: async () => around,
      isTypeOnly: async () => typeOnly.now,
      paused: async () => ({ tabs: [], sites: paused.sites }),
      onPage: async () => {},
      onStep: async () => {},
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
    start,
    keep,
    actions,
    setAround: (answer: AroundAnswer | null) => (around = answer),
  }
}

const sender = { id: 'own', url: URL_HERE, tab: { id: 4 }, frameId: 0 }
const inFrame = { ...sender, url: 'https://partner.example/frame', frameId: 7 }
const acted = (number: number, fields = {}) => ({ action: click(number, { document_id, ...fields }) })
const observed = { document_id, observation_no: 0, observation: page('a') }

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
  setAround({ url: 'https://shop.example/', page_type: 'payment' })
  await intake.observed(observed, inFrame)
  await intake.acted(acted(1, { observation_no: 0 }), inFrame)
  setAround({ url: 'https://elsewhere.example/', page_type: 'other' })
  await intake.acted(acted(2, { observation_no: 0 }), inFrame)
  expect(await actions()).toEqual([])
  setAround({ url: 'https://shop.example/', page_type: 'product' })
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
  setAround({ url: 'https://shop.example/', page_type: 'product' })
  // A page that greets has what was kept taken in first; its messages arrive meanwhile, and have their turn after that.
  const greeting = intake.hello({ document_id, url: inFrame.url }, inFrame)
  const sent = [
    send('journal:1', 'observed', observed, inFrame),
    send('journal:2', 'acted', acted(0, { observation_no: 0 }), inFrame),
    send('journal:3', 'acted', acted(1), sender),
  ]
  // The page around it is another by the time of its turn.
  setAround({ url: 'https://shop.example/login', page_type: 'sign_in' })
  expect(await greeting).toMatchObject({ page_recorded: true })
  expect(await Promise.all(sent)).toEqual([{ stop: false }, { stop: false }, { stop: false }])
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
  const broken = { action: { ...click(3, { document_id }), type: 'jump' } } as never
  expect(await start().acted(broken, sender)).toEqual({ stop: false })
  const gaps = (await buffer.items(0, 10)).flatMap(({ item }) => (item.kind === 'gap' ? [item.data] : []))
  expect(gaps).toMatchObject([{ reason: 'invalid', document_id, from_seq: 3, to_seq: 3 }])
})
