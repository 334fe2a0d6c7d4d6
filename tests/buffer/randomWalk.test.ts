import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Action, Item } from '../../schemas/index.ts'
import { item as itemSchema } from '../../schemas/index.ts'
import { predictionsOf } from '../../src/dataset/predictionsOf.ts'
import { click, draft, freshBuffer, id, MINUTE, page, scroll, submit } from './material.ts'

const IDLE = 30 * MINUTE
const whose = { study_id: 's', study_version: 1, participant_id: id(9), participant_kind: 'test' as const }

const move = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('see' as const), document: fc.nat(3), no: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('act' as const), document: fc.nat(3), no: fc.nat(3), kind: fc.nat(2) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('predict' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), number: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('idle' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), items: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.nat(40) }) },
)

test('whatever happens in whatever order, a trace holds together', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40 }), async (moves) => {
      const { buffer, clock, name } = await freshBuffer()
      let made = 0
      /** What arrived, by item id. */
      const arrived = new Map<string, Item>()
      const send = async (max_items: number): Promise<boolean> => {
        const batch = await buffer.nextBatch({ now: clock.now, hold_ms: 0, max_items, max_bytes: 1e9 })
        for (const one of batch?.items ?? []) {
          expect(arrived.has(one.item_id)).toBe(false)
          arrived.set(one.item_id, one)
          // With its page, or after it.
          if (one.kind === 'action' && one.data.observation_id) expect(arrived.has(one.data.observation_id)).toBe(true)
        }
        if (batch) await buffer.acknowledge(batch.batch_id, { rejected: [] })
        return batch !== null
      }
      let place: Awaited<ReturnType<typeof buffer.putObservation>> | null = null
      for (const [index, one] of moves.entries()) {
        clock.now += 1
        if (one.do === 'wait') clock.now += one.minutes * MINUTE
        if (one.do === 'end') await buffer.endSession('closed', clock.now)
        if (one.do === 'idle') await buffer.endIdleSession(clock.now, IDLE)
        if (one.do === 'send') await send(one.items)
        if (one.do === 'drop') await buffer.dropUnused()
        if (one.do === 'see') {
          const seen = { document_id: id(one.document), observation_no: one.no, tab_id: one.document }
          const captured = page(`p${one.document}${one.no % 2}`)
          place = await buffer.putObservation({ ...seen, captured, idle_ms: IDLE })
        }
        if (one.do === 'predict' && place) {
          const step_index = (await buffer.openSession())?.steps ?? 0
          await buffer.commitPrediction(draft({ ...place, step_index }, id(5000 + index)))
        }
        if (one.do === 'act' || one.do === 'repeat') {
          const number = one.do === 'repeat' ? Math.min(one.number, made) : made
          const make = one.do === 'repeat' ? click : ([click, submit, scroll][one.kind] ?? click)
          const where = one.do === 'repeat' ? {} : { document_id: id(one.document), observation_no: one.no }
          const captured = make(number, { ...where, timestamp: clock.now })
          const { duplicate } = await buffer.putAction({ tab_id: 1, captured, idle_ms: IDLE })
          expect(duplicate).toBe(number < made)
          if (!duplicate) made += 1
        }
      }

      const items = (await buffer.items(0, 10_000)).map((stored) => itemSchema.parse(stored.item))
      const actions = items.flatMap((one) => (one.kind === 'action' ? [one.data] : []))
      const pages = new Set(items.flatMap((one) => (one.kind === 'observation' ? [one.item_id] : [])))
      for (const action of actions) if (action.observation_id) expect(pages.has(action.observation_id)).toBe(true)

      const open = await buffer.openSession()
      for (const [session_id, own] of Map.groupBy(actions, (action: Action) => action.session_id)) {
        const steps = own.filter((action) => action.step_index !== null)
        expect(steps.map((action) => action.step_index)).toEqual(steps.map((_, index) => index))
        for (const inTab of Map.groupBy(own, (action: Action) => action.tab).values())
          expect(inTab.map((action) => action.tab_seq)).toEqual(inTab.map((_, index) => index))
        const ends = own.filter((action) => action.type === 'terminate')
        expect(ends).toHaveLength(session_id === open?.session_id ? 0 : 1)
        if (ends[0]) {
          expect(own.at(-1)).toBe(ends[0])
          expect(ends[0].timestamp).toBe(Math.max(...own.map((action) => action.timestamp)))
        }
        if (session_id === open?.session_id) expect(open.steps).toBe(steps.length)
        const past = await buffer.history(session_id)
        expect(past.map((one) => one.action)).toEqual(own)
        expect(past.map((one) => one.observation?.observation_id ?? null)).toEqual(own.map((one) => one.observation_id))
      }
      for (const one of items) {
        if (one.kind !== 'prediction') continue
        const { session_id, step_index } = one.data
        const taken = items.find(
          ({ kind, data }) => kind === 'action' && data.session_id === session_id && data.step_index === step_index,
        )
        if (taken) expect(one.seq).toBeLessThan(taken.seq)
      }
      while (await send(3)) expect(arrived.size).toBeLessThan(1000)
      // All that is used has arrived, nothing else has, and of what is over only that is left.
      const kept = [...arrived.values()]
      const done = kept.flatMap((one) => (one.kind === 'action' ? [one.data] : []))
      const used = new Set(done.map((action) => action.observation_id))
      const scored = predictionsOf(kept, whose).flatMap((row) => (row.scored ? [row] : []))
      for (const row of scored) used.add(row.observation_id)
      for (const one of kept) if (one.kind === 'observation') expect(used).toContain(one.item_id)
      for (const one of kept) if (one.kind === 'prediction') expect(used).toContain(one.data.observation_id)
      expect(scored).toEqual(predictionsOf(items, whose).filter((row) => row.scored))
      await buffer.dropUnused()
      const over = (await buffer.items(0, 10_000)).filter(
        ({ session_ids }) => !session_ids.includes(open?.session_id ?? ''),
      )
      expect(over.filter(({ item, state }) => state !== 'acknowledged' || !arrived.has(item.item_id))).toEqual([])
      buffer.close()
      indexedDB.deleteDatabase(name)
    }),
    { numRuns: 300, seed: 20261102 },
  )
})
