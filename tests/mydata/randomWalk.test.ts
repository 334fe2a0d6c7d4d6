import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { observationId, rationaleIdOf } from '../../schemas/index.ts'
import { click, draft, id, page, rationale } from '../buffer/material.ts'
import { deviceAndCollector, type Luck } from './scene.ts'

const WORDS = ['Anna', 'Zürich', 'Bo Li'] as const
const TEXTS = ['a lamp', 'a lamp for Anna', 'lamps in ZUERICH', 'from bo_li, for anna', 'a sofa', 'a lamp for [word]']

const luck = fc.constantFrom<Luck>('arrives', 'arrives', 'answer_lost', 'lost')
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('step' as const), text: fc.nat(TEXTS.length - 1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('why' as const),
      text: fc.nat(TEXTS.length - 1),
      at: fc.nat(3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('send' as const), luck: fc.array(luck, { minLength: 1, maxLength: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hold_back' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('arrive_late' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('word' as const), word: fc.nat(WORDS.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete_step' as const), at: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete_session' as const), at: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete_all' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('prune' as const) }) },
)

test('whatever is lost or late, in the end the collector has what was kept, and nothing that was removed', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 6, maxLength: 30 }), async (moves) => {
      const scene = await deviceAndCollector()
      const { buffer, clock } = scene
      const removed = new Set<string>()
      const deleted = new Set<string>()
      const pruned = new Set<number>()
      let made = 0
      for (const one of moves) {
        clock.now += 60_000
        switch (one.do) {
          case 'step': {
            made += 1
            const document_id = id(0x1000 + made)
            const captured = { ...page(`p${one.text}`), title: TEXTS[one.text] ?? '' }
            // As the worker does before anything is stored.
            const clean = scene.scrub(captured)
            const place = await buffer.putObservation({ document_id, observation_no: 0, tab_id: 1, captured: clean })
            await buffer.commitPrediction(draft(place, id(0x2000 + made)))
            await buffer.putAction({ tab_id: 1, captured: click(made, { document_id, timestamp: clock.now }) })
            break
          }
          case 'why': {
            const action = (await buffer.recentSteps(4))[one.at]?.action
            if (!action || action.step_index === null) break
            const text = scene.scrubText(TEXTS[one.text] ?? '')
            const { action_id, session_id, step_index } = action
            await buffer.putRationale({ ...rationale(action_id), session_id, step_index, text })
            break
          }
          case 'send': {
            let turn = 0
            scene.setLuck(() => one.luck[turn++ % one.luck.length] ?? 'arrives')
            await scene.sendAll()
            scene.setLuck(() => 'arrives')
            break
          }
          case 'hold_back':
            scene.holdBack(true)
            await scene.sendAll()
            scene.holdBack(false)
            break
          case 'arrive_late':
            await scene.arriveLate()
            break
          case 'word': {
            const word = WORDS[one.word] ?? ''
            if (!removed.has(word)) await scene.removeWord(word)
            removed.add(word)
            break
          }
          case 'delete_step': {
            const steps = await buffer.steps(null, 100)
            const step = steps[one.at % Math.max(1, steps.length)]
            if (!step) break
            const seqs = step.items.flatMap(({ item }) => (item.kind === 'gap' ? [] : [item.seq]))
            for (const { item } of step.items) {
              if (item.kind === 'action' || item.kind === 'prediction') deleted.add(item.item_id)
              if (item.kind === 'action') deleted.add(rationaleIdOf(item.item_id))
            }
            await buffer.deleteSteps({ seqs })
            break
          }
          case 'delete_session': {
            const [step] = (await buffer.steps(null, 100)).slice(one.at % 3)
            if (!step?.session) break
            for (const { action } of await buffer.history(step.session.session_id)) deleted.add(action.action_id)
            await buffer.deleteSession(step.session.session_id)
            break
          }
          case 'delete_all':
            for (const { item } of await buffer.items(0, 1000)) {
              if (item.kind === 'action') deleted.add(item.item_id)
            }
            await buffer.deleteAll()
            pruned.clear()
            break
          case 'end':
            await buffer.endSession('closed', clock.now)
            break
          case 'prune': {
            const before = (await buffer.items(0, 1000)).map(({ item }) => item.seq)
            await buffer.prune(clock.now + 400 * 86_400_000, 30)
            const after = new Set((await buffer.items(0, 1000)).map(({ item }) => item.seq))
            for (const seq of before) if (!after.has(seq)) pruned.add(seq)
          }
        }
      }
      clock.now += 86_400_000
      await scene.sendAll()
      await scene.arriveLate()
      await scene.sendAll()

      expect(await buffer.pendingRedactions()).toEqual({ waiting: 0, error: null })
      expect(await buffer.counts()).toMatchObject({ pending: 0, quarantined: 0 })
      const there = await scene.collected()
      const here = (await buffer.items(0, 1000)).map(({ item }) => item)
      const text = JSON.stringify([there, await scene.everything()])
      if (removed.has('Anna')) expect(text).not.toMatch(/anna/i)
      if (removed.has('Zürich')) expect(text).not.toMatch(/zue?rich/i)
      if (removed.has('Bo Li')) expect(text).not.toMatch(/bo[_ ]li/i)
      const ids = new Set(there.map(({ item_id }) => item_id))
      for (const gone of deleted) expect(ids).not.toContain(gone)
      // Everything that is here is there, as it is here; what is there and not here was pruned.
      const byId = new Map(there.map((item) => [item.item_id, item]))
      for (const item of here) expect(byId.get(item.item_id)?.data).toEqual(item.data)
      const mine = new Set(here.map(({ item_id }) => item_id))
      const usedByPruned = new Set(
        there.flatMap(({ seq, kind, data }) => (pruned.has(seq) && kind === 'action' ? [data.observation_id] : [])),
      )
      for (const { item_id, seq } of there) {
        if (!mine.has(item_id) && !usedByPruned.has(item_id)) expect(pruned).toContain(seq)
      }
      for (const item of there) {
        if (item.kind === 'observation') {
          const { schema_version: _, observation_id, ...captured } = item.data
          expect(item.item_id).toBe(observation_id)
          expect(await observationId(captured)).toBe(observation_id)
        } else if (item.kind === 'rationale') expect(ids).toContain(item.data.action_id)
        else if ('observation_id' in item.data && item.data.observation_id)
          expect(ids).toContain(item.data.observation_id)
      }
      await scene.collector.store.close()
    }),
    { numRuns: 80, seed: 20261123 },
  )
})
