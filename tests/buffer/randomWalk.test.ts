import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Action } from '../../schemas/index.ts'
import { item as itemSchema } from '../../schemas/index.ts'
import { click, draft, freshBuffer, id, MINUTE, page, scroll, submit } from './material.ts'

const IDLE = 30 * MINUTE

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
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.nat(40) }) },
)

test('whatever happens in whatever order, a trace holds together', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40 }), async (moves) => {
      const { buffer, clock, name } = await freshBuffer()
      let made = 0
      let place: Awaited<ReturnType<typeof buffer.putObservation>> | null = null
      for (const [index, one] of moves.entries()) {
        clock.now += 1
        if (one.do === 'wait') clock.now += one.minutes * MINUTE
        if (one.do === 'end') await buffer.endSession('closed', clock.now)
        if (one.do === 'idle') await buffer.endIdleSession(clock.now, IDLE)
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
      expect(items.map((one) => one.seq)).toEqual(items.map((_, index) => index + 1))
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
      buffer.close()
      indexedDB.deleteDatabase(name)
    }),
    { numRuns: 300, seed: 20261102 },
  )
})
