import { expect, test } from 'vitest'
import { planShrinking, type StepSize } from '../../../src/predict/prompt/planShrinking.ts'

const step = (whole: number, shown = whole): StepSize => ({ whole, shown, brief: 1, rest: 1 })
const steps = (n: number, whole = 10): StepSize[] => Array.from({ length: n }, () => step(whole))

test.each([
  ['an empty session', [], { dropBefore: 0, briefBefore: 0 }],
  ['a session that fits', steps(9), { dropBefore: 0, briefBefore: 0 }],
  ['the tenth page is too many: half the budget is freed', steps(10), { dropBefore: 0, briefBefore: 7 }],
  ['the next ones change nothing', steps(13), { dropBefore: 0, briefBefore: 7 }],
  ['one huge page now leaves nothing else', [...steps(3), step(99)], { dropBefore: 3, briefBefore: 3 }],
  ['pages the same as before are cheap', [step(10), ...Array(20).fill(step(10, 1))], { dropBefore: 0, briefBefore: 0 }],
])('%s', (_, sizes, plan) => {
  expect(planShrinking(sizes, 100)).toEqual(plan)
})

test('once the pages are gone, whole steps go', () => {
  const { dropBefore, briefBefore } = planShrinking(steps(200), 100)
  expect(briefBefore).toBeLessThan(200)
  expect(dropBefore).toBeGreaterThan(100)
})
