import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openBuffer, type TraceBuffer } from '../../src/buffer/openBuffer.ts'
import { click, draft, freshBuffer, id, page, START, scroll } from './material.ts'

async function seen(buffer: TraceBuffer) {
  return buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 1, captured: page('a') })
}

test('a prediction before its action is stored and stamped', async () => {
  const { buffer, clock } = await freshBuffer()
  const place = await seen(buffer)
  clock.now = START + 42
  const answer = await buffer.commitPrediction(draft(place, id(50)))
  expect(answer).toEqual({ committed: true, seq: 2 })
  const { action, seq } = await buffer.putAction({ tab_id: 1, captured: click(0) })
  expect([seq, action.step_index]).toEqual([3, 0])
  expect((await buffer.recentSteps(1))[0]?.predictions).toMatchObject([
    { seq: 2, prediction: { committed_at: START + 42 } },
  ])
})

test('history between does not outdate a prediction; the next step needs its own', async () => {
  const { buffer } = await freshBuffer()
  const place = await seen(buffer)
  await buffer.putAction({ tab_id: 1, captured: scroll(0) })
  expect(await buffer.commitPrediction(draft(place, id(50)))).toMatchObject({ committed: true })
  await buffer.putAction({ tab_id: 1, captured: click(1) })
  expect(await buffer.commitPrediction(draft(place, id(51)))).toEqual({ committed: false, reason: 'action_came_first' })
  expect(await buffer.commitPrediction(draft({ ...place, step_index: 1 }, id(52)))).toMatchObject({ committed: true })
})

test('the same prediction again is the same row', async () => {
  const { buffer } = await freshBuffer()
  const place = await seen(buffer)
  const first = await buffer.commitPrediction(draft(place, id(50)))
  await buffer.putAction({ tab_id: 1, captured: click(0) })
  expect(await buffer.commitPrediction(draft(place, id(50)))).toEqual(first)
  expect((await buffer.counts()).by_kind.prediction).toBe(1)
})

test.each(['ended', 'deleted'])('a session that is %s takes none', async (how) => {
  const { buffer } = await freshBuffer()
  const place = await seen(buffer)
  await (how === 'ended' ? buffer.endSession('closed', START) : buffer.deleteSession(place.session_id))
  expect(await buffer.commitPrediction(draft(place, id(50)))).toEqual({ committed: false, reason: 'session_over' })
})

test('a step that the session is not at is a mistake of the caller, and stores nothing', async () => {
  const { buffer } = await freshBuffer()
  const place = await seen(buffer)
  await expect(buffer.commitPrediction(draft({ ...place, step_index: 3 }, id(50)))).rejects.toThrow(/is at 0/)
  expect((await buffer.counts()).by_kind.prediction).toBe(0)
})

const pause = (ticks: number): Promise<void> =>
  ticks === 0 ? Promise.resolve() : new Promise<void>((next) => setImmediate(next)).then(() => pause(ticks - 1))

function* allDelays(length: number, upTo: number): Generator<number[]> {
  if (length === 0) yield []
  else
    for (const rest of allDelays(length - 1, upTo)) for (let delay = 0; delay <= upTo; delay++) yield [...rest, delay]
}

test('in every interleaving of two actions and three predictions from two connections, a prediction precedes its action', async () => {
  const outcomes = new Set<string>()
  let rounds = 0
  for (const delays of allDelays(5, 2)) {
    const { buffer, settings, name } = await freshBuffer()
    const other = await openBuffer(settings)
    const place = await seen(buffer)
    const second = { ...place, step_index: 1 }
    const act = async (one: TraceBuffer, number: number) => {
      await one.putAction({ tab_id: 1, captured: click(number) })
      return 'act'
    }
    const commit = async (one: TraceBuffer, where: typeof place, number: number) => {
      const answer = await one.commitPrediction(draft(where, id(number))).catch((error: Error) => error)
      if (answer instanceof Error) return 'too early'
      return answer.committed ? 'committed' : answer.reason
    }
    const operations = [
      () => act(buffer, 0),
      () => act(other, 1),
      () => commit(other, place, 50),
      () => commit(buffer, place, 51),
      () => commit(other, second, 52),
    ]
    const results = await Promise.all(
      operations.map(async (run, index) => {
        await pause(delays[index] ?? 0)
        return run()
      }),
    )
    outcomes.add(results.join())

    const items = (await buffer.items(0, 100)).map((one) => one.item)
    const actionAt = new Map(items.flatMap((one) => (one.kind === 'action' ? [[one.data.step_index, one.seq]] : [])))
    expect([...actionAt.keys()]).toEqual([0, 1])
    for (const one of items) {
      if (one.kind === 'prediction') expect(one.seq).toBeLessThan(actionAt.get(one.data.step_index) ?? 0)
    }
    expect(items.filter((one) => one.kind === 'prediction')).toHaveLength(
      results.filter((one) => one === 'committed').length,
    )
    buffer.close()
    other.close()
    indexedDB.deleteDatabase(name)
    rounds += 1
  }
  expect(rounds).toBe(243)
  // The rounds really differ: predictions came before, between and after the actions.
  expect(outcomes.size).toBeGreaterThan(8)
}, 60_000)
