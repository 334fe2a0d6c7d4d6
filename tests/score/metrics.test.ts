import { expect, test } from 'vitest'
import type { Candidate, ClickType, PredictedAction } from '../../schemas/index.ts'
import { actionTypeConfusion, actionTypes } from '../../src/score/actionTypeConfusion.ts'
import { brier } from '../../src/score/brier.ts'
import { microExactMatch, perSessionExactMatch } from '../../src/score/exactMatch.ts'
import { f1 } from '../../src/score/f1.ts'
import { logLoss } from '../../src/score/logLoss.ts'
import { outcomeConfusion, outcomes } from '../../src/score/outcomeConfusion.ts'
import { probabilityOf } from '../../src/score/probabilityOf.ts'
import type { ScoredStep } from '../../src/score/scoredStep.ts'
import { topK } from '../../src/score/topK.ts'

const terminate: PredictedAction = { type: 'terminate' }
const click = (name: string): PredictedAction => ({ type: 'click', name })
const ranked = (...entries: [PredictedAction, number][]): Candidate[] =>
  entries.map(([action, probability]) => ({ action, probability }))

function step(actual: PredictedAction, top: PredictedAction | null, more: Partial<ScoredStep> = {}): ScoredStep {
  return {
    participant_id: 'p',
    session_id: 's',
    first: false,
    actual,
    click_type: actual.type === 'click' ? 'other' : null,
    candidates: top ? ranked([top, 1]) : [],
    predicted_click_type: top?.type === 'click' ? 'other' : null,
    error: top ? null : 'failed',
    ...more,
  }
}

test('micro and per-session exact match differ as the definitions do', () => {
  const steps = [
    step(click('a'), click('a'), { session_id: 'long' }),
    step(click('a'), click('b'), { session_id: 'long' }),
    step(click('a'), null, { session_id: 'long' }),
    step(terminate, terminate, { session_id: 'short' }),
  ]
  expect(microExactMatch(steps)).toBe(2 / 4)
  expect(perSessionExactMatch(steps)).toBe((1 / 3 + 1) / 2)
  expect([microExactMatch([]), perSessionExactMatch([])]).toEqual([null, null])
})

test('action types are compared without their names, and failures are misses', () => {
  const steps = [
    step(click('a'), click('b')),
    step(terminate, click('a')),
    step(terminate, null),
    step(click('a'), null),
  ]
  expect(actionTypeConfusion(steps)).toEqual({ click: { click: 1, none: 1 }, terminate: { click: 1, none: 1 } })
  expect(f1(actionTypeConfusion(steps), actionTypes)?.accuracy).toBe(1 / 4)
})

const purchase = (top: PredictedAction | null, predicted_click_type: ClickType | null = 'purchase'): ScoredStep =>
  step(click('buy'), top, { click_type: 'purchase', predicted_click_type })

test.each([
  ['bought, and so predicted', 'purchase', [purchase(click('buy'))], { purchase: { purchase: 1 } }],
  ['another button that buys', 'purchase', [purchase(click('buy_now'))], { purchase: { purchase: 1 } }],
  ['a click that does not buy', 'purchase', [purchase(click('red'), 'product_option')], { purchase: { neither: 1 } }],
  ['terminate instead', 'purchase', [purchase(terminate, null)], { purchase: { terminate: 1 } }],
  ['failure', 'purchase', [purchase(null, null)], { purchase: { neither: 1 } }],
  [
    'the last purchase click decides, not what follows it',
    'purchase',
    [purchase(terminate, null), purchase(click('buy')), step(terminate, terminate)],
    { purchase: { purchase: 1 } },
  ],
  ['left', 'terminate', [step(click('a'), terminate), step(terminate, terminate)], { terminate: { terminate: 1 } }],
  [
    'left, but a purchase was predicted',
    'terminate',
    [step(terminate, click('buy'), { predicted_click_type: 'purchase' })],
    { terminate: { purchase: 1 } },
  ],
  ['still open', 'open', [step(click('a'), click('a'))], {}],
  ['the deciding step is missing', 'purchase', [step(click('a'), click('a'))], {}],
] as const)('session outcome: %s', (_, outcome, steps, expected) => {
  expect(outcomeConfusion([{ outcome, steps }])).toEqual(expected)
})

test('the F1 of purchase is what Lu et al. print', () => {
  const sessions = [
    { outcome: 'purchase' as const, steps: [purchase(click('buy'))] },
    { outcome: 'purchase' as const, steps: [purchase(terminate, null)] },
    { outcome: 'terminate' as const, steps: [step(terminate, terminate)] },
  ]
  const result = f1(outcomeConfusion(sessions), outcomes)
  expect(result?.classes.find((score) => score.label === 'purchase')?.f1).toBeCloseTo(2 / 3)
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
