import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { CapturedObservation, Item } from '../../schemas/index.ts'
import { observationId } from '../../schemas/observationId.ts'
import { click, draft, id, page, START, submit } from '../buffer/material.ts'
import { deviceAndCollector } from './scene.ts'

type Scene = Awaited<ReturnType<typeof deviceAndCollector>>

const ANNA = /anna/i
const giftPage = (name: string): CapturedObservation => ({
  ...page(name, `<main name="gift_for_anna"><button name="buy">Buy ${name}</button> for Anna Müller</main>`),
  url: `https://shop.example/p/${name}?q=gift+for+anna`,
  title: `A gift for Anna: ${name}`,
})

/** Sees a page, gets a prediction for it, clicks on it. */
async function step({ buffer }: Scene, number: number, captured: CapturedObservation) {
  const document_id = id(100 + number)
  const place = await buffer.putObservation({ document_id, observation_no: 0, tab_id: 1, captured })
  await buffer.commitPrediction({ ...draft(place, id(200 + number)), rationale: 'Anna would like it' })
  await buffer.putAction({ tab_id: 1, captured: click(number, { document_id }) })
  return place
}

const onDevice = async ({ buffer }: Scene) => (await buffer.items(0, 1000)).map(({ item }) => item)

async function expectWhole(items: readonly Item[]) {
  const pages = new Set(items.flatMap((item) => (item.kind === 'observation' ? [item.item_id] : [])))
  for (const item of items) {
    if (item.kind === 'observation') {
      const { schema_version: _, observation_id, ...captured } = item.data
      expect(observation_id).toBe(await observationId(captured))
    } else if ('observation_id' in item.data && item.data.observation_id)
      expect(pages).toContain(item.data.observation_id)
  }
}

test('a word goes from the device, from the wire and from the collector, and pages keep their actions', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, giftPage('lamp'))
  await scene.sendAll()
  await step(scene, 1, giftPage('sofa'))
  expect(JSON.stringify(await scene.collected())).toMatch(ANNA)

  scene.sent.length = 0
  expect(await scene.removeWord('Anna')).toBe(6)
  expect(await scene.everything()).not.toMatch(ANNA)
  expect(await scene.everything()).toMatch(/Müller/)
  await scene.sendAll()
  expect(scene.sent.join()).not.toMatch(ANNA)
  expect(await scene.collected()).toEqual(await onDevice(scene))
  await expectWhole(await scene.collected())
  expect(JSON.stringify(await scene.collected())).not.toMatch(ANNA)
  expect((await scene.buffer.history((await scene.buffer.openSession())?.session_id ?? ''))[0]).toMatchObject({
    observation: { title: 'A gift for [word]: lamp', url: 'https://shop.example/p/lamp?q=gift+for+[word]' },
    action: { url: 'https://shop.example/p/lamp?q=gift+for+[word]' },
  })
  expect(await scene.buffer.pendingRedactions()).toEqual({ waiting: 0, error: null })
  expect(await scene.buffer.counts()).toMatchObject({ pending: 0 })
})

test('what the device no longer has is found at the collector, and changed there', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, giftPage('lamp'))
  await step(scene, 1, page('plain'))
  await scene.sendAll()
  await scene.buffer.prune(START + 400 * 86_400_000, 30)
  expect(await onDevice(scene)).toEqual([])
  expect(await scene.removeWord('Anna')).toBe(0)
  await scene.sendAll()
  const left = await scene.collected()
  expect(left).toHaveLength(6)
  expect(JSON.stringify(left)).not.toMatch(ANNA)
  expect(JSON.stringify(left)).toContain('A gift for [word]: lamp')
  await expectWhole(left)
})

test('before it was ever claimed for sending, a word is removed without a word to the collector', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, giftPage('lamp'))
  await scene.removeWord('Anna')
  await scene.redactor.redactNow()
  expect(scene.sent).toEqual([])
  await scene.uploader.uploadNow()
  expect(scene.sent.join()).not.toMatch(ANNA)
  await expectWhole(await scene.collected())
})

test('a batch on its way when the word is removed brings it back neither sooner nor later', async () => {
  for (const late of [false, true]) {
    const scene = await deviceAndCollector()
    await step(scene, 0, giftPage('lamp'))
    scene.holdBack(true)
    await scene.uploader.uploadNow()
    scene.holdBack(false)
    if (!late) await scene.arriveLate()
    await scene.removeWord('Anna')
    await scene.buffer.deleteSteps({ seqs: [3] })
    await scene.sendAll()
    await scene.arriveLate()
    await scene.sendAll()
    expect(JSON.stringify(await scene.collected())).not.toMatch(ANNA)
    expect(await scene.collected()).toEqual(await onDevice(scene))
    expect((await scene.collected()).map(({ kind }) => kind)).toEqual(['observation', 'prediction', 'gap'])
  }
})

test('pages that differ by the word alone become one, here and there', async () => {
  const scene = await deviceAndCollector()
  const named = (who: string) => ({ ...page('same'), title: `A lamp for ${who}` })
  await step(scene, 0, named('Anna'))
  await scene.sendAll()
  await step(scene, 1, named('[word]'))
  await step(scene, 2, named('ANNA'))
  await scene.removeWord('Anna')
  const items = await onDevice(scene)
  expect(items.filter(({ kind }) => kind === 'observation').map(({ seq }) => seq)).toEqual([1])
  await expectWhole(items)
  await scene.sendAll()
  expect(await scene.collected()).toEqual(items)
  await scene.buffer.putAction({ tab_id: 1, captured: click(9, { document_id: id(102) }) })
  await expectWhole(await onDevice(scene))
})

test('a second word, while the first is still to be confirmed', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, giftPage('lamp'))
  await scene.sendAll()
  scene.setLuck(() => 'answer_lost')
  await scene.removeWord('Anna')
  await scene.redactor.redactPending()
  expect((await scene.buffer.pendingRedactions()).error).toMatch(/could not be reached/)
  await scene.removeWord('Müller')
  await scene.removeWord('lamp')
  scene.setLuck(() => 'arrives')
  scene.clock.now += 3_600_000
  await scene.redactor.redactPending()
  expect(await scene.collected()).toEqual(await onDevice(scene))
  expect(JSON.stringify(await scene.collected())).not.toMatch(/anna|müller|lamp\b/i)
})

test('a step, a session, and all', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, page('one'))
  await step(scene, 1, page('two'))
  await scene.sendAll()
  await scene.buffer.deleteSteps({ seqs: [4, 5, 6] })
  await scene.sendAll()
  expect(JSON.stringify(await scene.collected())).not.toContain('two')
  expect(await scene.collected()).toEqual(await onDevice(scene))

  await scene.buffer.endSession('closed', START + 10)
  const other = await step(scene, 2, page('three'))
  await scene.sendAll()
  await scene.buffer.deleteSession(other.session_id)
  await scene.sendAll()
  expect(JSON.stringify(await scene.collected())).not.toMatch(/three|"two"/)
  expect(await scene.collected()).toEqual(await onDevice(scene))

  await step(scene, 3, page('four'))
  await scene.buffer.deleteAll()
  await scene.sendAll()
  expect((await scene.collected()).map(({ kind, data }) => [kind, 'reason' in data && data.reason])).toEqual([
    ['gap', 'deleted'],
  ])
  expect((await scene.collector.myData(1))[0]).toMatchObject({ kind: 'consent' })
  const after = await step(scene, 4, page('five'))
  expect(after.is_new).toBe(true)
  await scene.sendAll()
  expect(await scene.collected()).toEqual(await onDevice(scene))
})

test('a page deleted and seen again is recorded and sent again', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, page('one'))
  await scene.sendAll()
  await scene.buffer.deleteSteps({ seqs: [1, 2, 3] })
  await step(scene, 1, page('one'))
  await scene.sendAll()
  expect((await scene.collected()).map(({ seq, kind }) => [seq, kind])).toEqual([
    [4, 'gap'],
    [5, 'observation'],
    [6, 'prediction'],
    [7, 'action'],
  ])
})

test('an item that the collector refuses in its new form is deleted there, and holds nobody up', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, giftPage('lamp'))
  await step(scene, 1, giftPage('sofa'))
  await scene.sendAll()
  const { app } = scene.collector
  const request = app.request.bind(app)
  app.request = async (url, init) => {
    const isRefused = String(url).endsWith('/v1/redact') && scene.sent.at(-1)?.includes('[word]: lamp')
    if (isRefused) return Response.json({ error: { code: 'bad_redaction', message: 'no' } }, { status: 422 })
    return request(url, init)
  }
  await scene.removeWord('Anna')
  await scene.redactor.redactNow()
  expect(await scene.buffer.pendingRedactions()).toEqual({ waiting: 0, error: null })
  const left = JSON.stringify(await scene.collected())
  expect(left).not.toMatch(ANNA)
  expect(left).not.toContain('[word]: lamp')
  expect(left).toContain('[word]: sofa')
})

test('a profile brought back from a backup is heard again', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, giftPage('lamp'))
  await scene.sendAll()
  for (let n = 1; n <= 5; n++) {
    const asked = { schema_version: 1, study_id: 'lamps', participant_id: id(1), redaction_no: 40 + n }
    const nothing = { up_to_seq: 0, session_ids: [], deleted: [], replaced: [] }
    await scene.collector.call('POST', '/v1/redact', 1, JSON.stringify({ ...asked, ...nothing }))
  }
  await scene.buffer.deleteSteps({ seqs: [1, 2, 3] })
  await scene.sendAll()
  expect((await scene.collected()).map(({ kind }) => kind)).toEqual(['gap'])
  expect(await scene.buffer.takeRedactionNo()).toBeGreaterThan(46)
})

test('with the collector down it is asked again, less and less often, and without end', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, page('one'))
  await scene.sendAll()
  await scene.buffer.deleteSteps({ seqs: [1, 2, 3] })
  scene.setLuck(() => 'lost')
  scene.sent.length = 0
  for (let minute = 0; minute < 600; minute++) {
    await scene.redactor.redactPending()
    scene.clock.now += 60_000
  }
  expect(scene.sent.length).toBeGreaterThan(10)
  expect(scene.sent.length).toBeLessThan(60)
  scene.setLuck(() => 'arrives')
  scene.clock.now += 3_600_000
  await scene.redactor.redactPending()
  expect(await scene.collected()).toEqual([])
  expect(await scene.buffer.pendingRedactions()).toEqual({ waiting: 0, error: null })
})

test('after a withdrawal elsewhere nothing is left to be asked', async () => {
  const scene = await deviceAndCollector()
  await step(scene, 0, page('one'))
  await scene.sendAll()
  await scene.collector.call('POST', '/v1/withdraw', 1)
  await scene.buffer.deleteSteps({ seqs: [3] })
  await scene.redactor.redactNow()
  expect((await scene.buffer.pendingRedactions()).waiting).toBe(0)
})

test('a rewriting that was cut short goes on where it was', async () => {
  const scene = await deviceAndCollector()
  for (let n = 0; n < 40; n++) await step(scene, n, giftPage(`lamp ${n}`))
  let looked = 0
  const rewriter = { mayHold: () => false, url: (url: string) => url, item: (item: Item) => item }
  const dying = {
    ...rewriter,
    mayHold: () => {
      looked += 1
      if (looked > 60) throw new Error('the worker died')
      return false
    },
  }
  await expect(scene.buffer.rewrite(dying, '1')).rejects.toThrow('died')
  expect(await scene.buffer.rewrittenFor()).toBeNull()
  looked = -1000
  await scene.buffer.rewrite(dying, '1')
  // 120 items, of which the first 50 were done.
  expect(looked).toBeGreaterThan(-1000 + 69)
  expect(looked).toBeLessThan(-1000 + 200)
  expect(await scene.buffer.rewrittenFor()).toBe('1')
  expect(await scene.buffer.rewrite(dying, '1')).toBe(0)
})

test('what was typed goes too, and what is set aside and may hold the word', async () => {
  const scene = await deviceAndCollector()
  await scene.buffer.putAction({ tab_id: 1, captured: { ...submit(0), text: 'gift for anna' } as never })
  await scene.buffer.putAction({ tab_id: 1, captured: { ...submit(1), text: 'for ANNA too' } as never })
  await scene.buffer.quarantine([2], 'Refused')
  await scene.buffer.putModel('most-frequent', { counts: { 'click gift_for_anna': 2 } })
  await scene.removeWord('Anna')
  expect(await scene.everything()).not.toMatch(ANNA)
  expect(await scene.buffer.counts()).toMatchObject({ quarantined: 0, by_kind: { action: 1, gap: 1 } })
})
