import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { action as actionSchema } from '../../schemas/index.ts'
import { click, draft, freshBuffer, id, MINUTE, page, START, scroll } from './material.ts'

test('the end of a session is its last step, on the page last seen, written once', async () => {
  const { buffer } = await freshBuffer()
  const place = await buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 5, captured: page('a') })
  await buffer.putAction({ tab_id: 5, captured: click(0) })
  const shown = await buffer.putObservation({ document_id: id(1), observation_no: 1, tab_id: 5, captured: page('b') })

  const end = await buffer.endSession('browser_closed', START + 5000)
  expect(actionSchema.parse(end)).toMatchObject({
    type: 'terminate',
    reason: 'browser_closed',
    session_id: place.session_id,
    step_index: 1,
    timestamp: START + 5000,
    tab: 0,
    url: 'https://shop.example/b',
    observation_id: shown.observation_id,
    document_seq: 0,
  })
  expect(end?.document_id).not.toBe(id(1))
  expect(await buffer.endSession('closed', START + 6000)).toBeNull()
  expect(await buffer.openSession()).toBeNull()
  expect((await buffer.counts()).by_kind.action).toBe(2)

  const next = await buffer.putAction({ tab_id: 5, captured: click(1) })
  expect(next.action.session_id).not.toBe(place.session_id)
})

test('many callers at once end it once', async () => {
  const { buffer } = await freshBuffer()
  await buffer.putAction({ tab_id: 5, captured: click(0) })
  const ends = await Promise.all(['closed', 'paused', 'idle'].map((one) => buffer.endSession(one as 'closed', START)))
  expect(ends.filter((one) => one !== null)).toHaveLength(1)
})

test('an end is never stamped before the last activity', async () => {
  const { buffer } = await freshBuffer()
  await buffer.putAction({ tab_id: 5, captured: click(0, { timestamp: START + 900 }) })
  expect((await buffer.endSession('closed', START))?.timestamp).toBe(START + 900)
})

test('the idle end comes only when it is due', async () => {
  const { buffer, clock } = await freshBuffer()
  await buffer.putAction({ tab_id: 5, captured: click(0, { timestamp: START }) })
  clock.now += 10 * MINUTE
  expect(await buffer.endIdleSession(clock.now, 10 * MINUTE)).toBeNull()
  clock.now += 1
  expect(await buffer.endIdleSession(clock.now, 10 * MINUTE)).toMatchObject({
    reason: 'idle',
    timestamp: START + 10 * MINUTE,
  })
  expect(await buffer.endIdleSession(clock.now, 10 * MINUTE)).toBeNull()
})

test('history is every action in order with its page; recent steps are newest first with their predictions', async () => {
  const { buffer } = await freshBuffer()
  const place = await buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 5, captured: page('a') })
  await buffer.commitPrediction(draft(place, id(50)))
  await buffer.commitPrediction(draft(place, id(51)))
  await buffer.putAction({ tab_id: 5, captured: scroll(0) })
  await buffer.putAction({ tab_id: 5, captured: click(1) })
  await buffer.putObservation({ document_id: id(1), observation_no: 1, tab_id: 5, captured: page('b') })
  await buffer.commitPrediction(draft({ ...place, step_index: 1 }, id(52)))
  await buffer.putAction({ tab_id: 5, captured: click(2, { observation_no: 1 }) })
  await buffer.commitPrediction(draft({ ...place, step_index: 2 }, id(53)))

  const past = await buffer.history(place.session_id)
  expect(past.map(({ observation, action }) => [action.type, observation?.title])).toEqual([
    ['scroll', 'a'],
    ['click', 'a'],
    ['click', 'b'],
  ])
  const ids = (await buffer.recentSteps(10)).map(({ action, predictions }) => [
    action.step_index,
    predictions.map((one) => one.prediction.prediction_id),
  ])
  expect(ids).toEqual([
    [1, [id(52)]],
    [0, [id(50), id(51)]],
  ])
  expect(await buffer.recentSteps(1)).toHaveLength(1)
  expect((await buffer.recentSteps(1))[0]?.action.step_index).toBe(1)
  const open = await buffer.predictionsFor(place.session_id, 2)
  expect(open.map((one) => one.prediction.prediction_id)).toEqual([id(53)])

  await buffer.endSession('closed', START + 9)
  await buffer.putAction({ tab_id: 5, captured: click(3, { timestamp: START + 10 }) })
  const types = (await buffer.recentSteps(3)).map(({ action }) => [action.type, action.step_index])
  expect(types).toEqual([
    ['click', 0],
    ['terminate', 2],
    ['click', 1],
  ])
})

test('one page seen twice is stored once, and belongs to both sessions', async () => {
  const { buffer } = await freshBuffer()
  const seen = { observation_no: 0, tab_id: 5, captured: page('a') }
  const first = await buffer.putObservation({ ...seen, document_id: id(1) })
  await buffer.endSession('closed', START)
  const second = await buffer.putObservation({ ...seen, document_id: id(2) })
  expect(second).toMatchObject({ is_new: false, observation_id: first.observation_id })
  expect((await buffer.counts()).by_kind.observation).toBe(1)
  await buffer.putAction({ tab_id: 5, captured: click(0, { document_id: id(2) }) })

  await buffer.deleteSession(first.session_id)
  expect(await buffer.history(second.session_id)).toMatchObject([{ observation: { title: 'a' } }])
  await buffer.deleteSession(second.session_id)
  // Nothing is left but the gaps that say something was deleted.
  expect((await buffer.counts()).by_kind).toMatchObject({ observation: 0, action: 0, prediction: 0 })
  expect(await buffer.observation(first.observation_id)).toBeNull()
})
