import { expect, test } from 'vitest'
import type { Candidate, PredictedAction } from '../../schemas/index.ts'
import { brier } from '../../src/score/brier.ts'
import { f1 } from '../../src/score/f1.ts'
import { logLoss } from '../../src/score/logLoss.ts'
import { outcomeConfusion, outcomes } from '../../src/score/outcomeConfusion.ts'
import { probabilityOf } from '../../src/score/probabilityOf.ts'
import type { ScoredStep } from '../../src/score/scoredStep.ts'
import { stepMetrics } from '../../src/score/stepMetrics.ts'
import { addTotals, stepTotals } from '../../src/score/stepTotals.ts'
import { topK } from '../../src/score/topK.ts'

const terminate: PredictedAction = { type: 'terminate' }
const click = (name: string): PredictedAction => ({ type: 'click', name })
const ranked = (...entries: [PredictedAction, number][]): Candidate[] =>
  entries.map(([action, probability]) => ({ action, probability }))

function step(actual: PredictedAction, top: PredictedAction | null, more: Partial<ScoredStep> = {}): ScoredStep {
  const candidates = top ? ranked([top, 1]) : []
  return { session_id: 's', first: false, actual, purchase: false, candidates, predicted_purchase: false, ...more }
}

const steps = [
  step(click('a'), click('a'), { session_id: 'long' }),
  step(click('a'), click('b'), { session_id: 'long' }),
  step(click('a'), null, { session_id: 'long' }),
  step(terminate, terminate, { session_id: 'short' }),
]

test('exact match over steps and by session differ as their definitions do', () => {
  const totals = stepTotals(steps)
  expect(stepMetrics(totals).exact_match).toBe(2 / 4)
  expect(stepMetrics(totals).exact_match_by_session).toBe((1 / 3 + 1) / 2)
})

test('action types are compared without their names, and a failure is a miss', () => {
  const totals = stepTotals(steps)
  expect(totals.types).toEqual({ click: { click: 2, none: 1 }, terminate: { terminate: 1 } })
  expect(stepMetrics(totals).action_type_accuracy).toBe(3 / 4)
  expect(stepMetrics(totals).action_type_f1_macro).toBeCloseTo((0.8 + 1) / 2)
  expect(stepMetrics(totals).action_type_f1_weighted).toBeCloseTo((0.8 * 3 + 1) / 4)
})

test('log loss and Brier are means over steps', () => {
  const totals = stepTotals([step(click('a'), click('a')), step(click('a'), click('b'))])
  expect(stepMetrics(totals).log_loss).toBeCloseTo(-Math.log(1e-6) / 2)
  expect(stepMetrics(totals).brier).toBe((0 + 2) / 2)
})

test('without steps every metric is undefined', () => {
  for (const value of Object.values(stepMetrics(stepTotals([])))) expect(value).toBeNull()
})

test('totals of participants add up to the totals of all', () => {
  const parts = [steps.slice(0, 3), steps.slice(3), []].map(stepTotals)
  expect(addTotals(parts)).toEqual(stepTotals(steps))
})

const bought = (top: PredictedAction | null, predicted_purchase = false): ScoredStep =>
  step(click('checkout'), top, { purchase: true, predicted_purchase })

test.each<[string, ScoredStep[], object]>([
  ['bought, and so predicted', [bought(click('checkout'), true)], { purchase: { purchase: 1 } }],
  ['another button that buys', [bought(click('buy_now'), true)], { purchase: { purchase: 1 } }],
  ['a click that does not buy', [bought(click('red'))], { purchase: { neither: 1 } }],
  ['terminate instead', [bought(terminate)], { purchase: { terminate: 1 } }],
  ['a failure', [bought(null)], { purchase: { neither: 1 } }],
  [
    'the last purchase decides, not what follows it',
    [bought(terminate), bought(click('checkout'), true), step(terminate, terminate)],
    { purchase: { purchase: 1 } },
  ],
  ['left', [step(click('a'), terminate), step(terminate, terminate)], { terminate: { terminate: 1 } }],
  [
    'left, but a purchase was predicted',
    [step(terminate, click('buy'), { predicted_purchase: true })],
    { terminate: { purchase: 1 } },
  ],
  ['still open', [step(click('a'), click('a'))], {}],
])('session outcome: %s', (_, session, expected) => {
  expect(outcomeConfusion(session)).toEqual(expected)
})

test('the F1 of purchase is what Lu et al. print', () => {
  const sessions = [bought(click('checkout'), true), bought(terminate), step(terminate, terminate)]
  const numbered = sessions.map((session, index) => ({ ...session, session_id: `${index}` }))
  const purchase = f1(outcomeConfusion(numbered), outcomes)?.classes.find(({ label }) => label === 'purchase')
  expect(purchase?.f1).toBeCloseTo(2 / 3)
})

const three = ranked([click('a'), 0.5], [click('b'), 0.3], [terminate, 0.1])

test.each([
  [click('a'), 1, true, 0.5, 0.25 + 0.09 + 0.01],
  [terminate, 2, false, 0.1, 0.25 + 0.09 + 0.81],
  [terminate, 3, true, 0.1, 0.25 + 0.09 + 0.81],
  [click('c'), 3, false, 0, 0.25 + 0.09 + 0.01 + 1],
])('of %o in the top %i', (actual, k, hit, probability, brierScore) => {
  expect(topK(three, actual, k)).toBe(hit)
  expect(probabilityOf(three, actual)).toBeCloseTo(probability)
  expect(brier(three, actual)).toBeCloseTo(brierScore)
})

test.each([
  [1, 0],
  [0.5, Math.log(2)],
  [0, -Math.log(1e-6)],
])('log loss of %f is %f', (probability, loss) => expect(logLoss(probability)).toBeCloseTo(loss))
