import { expect, test } from 'vitest'
import type { Action } from '../../schemas/index.ts'
import { knownHistory } from '../../src/predict/knownHistory.ts'
import type { KnownStep } from '../../src/predict/port.ts'
import { observation } from '../support/observation.ts'

const here = observation('<a name="x">x</a>', 'product', 2)
const before = observation('<a name="y">y</a>', 'search', 1)

const event = (observation_id: string | null, type: 'scroll' | 'navigate' = 'scroll'): KnownStep => ({
  observation: null,
  action: { type, observation_id, timestamp: 1 } as Action,
})
const click: KnownStep = {
  observation: before,
  action: { type: 'click', timestamp: 1, name: 'y', click_type: 'other' },
}

test.each<[string, KnownStep[], number[]]>([
  ['nothing', [], []],
  ['steps stay', [click, click], [0, 1]],
  ['what was done on this page since is dropped', [click, event(here.observation_id)], [0]],
  ['what was done on a page before stays', [click, event(before.observation_id)], [0, 1]],
  ['how the page was reached stays', [click, event(null, 'navigate'), event(here.observation_id)], [0, 1]],
  ['what lies before a step stays, even on this page', [event(here.observation_id), click], [0, 1]],
])('%s', (_, history, kept) => {
  expect(knownHistory({ history, observation: here })).toEqual(kept.map((index) => history[index]))
})
