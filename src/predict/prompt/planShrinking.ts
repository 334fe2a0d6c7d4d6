/** Sizes in tokens of one step of the history. */
export interface StepSize {
  /** Its page shown whole. */
  whole: number
  /** Its page as it is shown after a whole one: the same size, or that of `same_as_before`. */
  shown: number
  /** Its page left out. */
  brief: number
  /** What comes after the page: the events on it and the action. Not counted for the current page, which has none yet. */
  rest: number
}

export interface ShrinkPlan {
  /** Steps before this index are not shown at all. */
  dropBefore: number
  /** Steps before this index are shown without their page. */
  briefBefore: number
}

/**
 * Which old steps the prompt for the last of `sizes` shows without their page, and which not at all.
 *
 * A function of the history alone: it walks the session as it grew, and each time the prompt would exceed `budget` tokens
 * it shrinks the oldest steps until half the budget is free again. So the plan stays the same from step to step, and with
 * it every byte of the prompt before the newest page, but for those rare strokes; a little trimming at every step would
 * make the provider's cache useless.
 */
export function planShrinking(sizes: readonly StepSize[], budget: number): ShrinkPlan {
  const plan: ShrinkPlan = { dropBefore: 0, briefBefore: 0 }
  const total = (current: number): number => {
    let sum = 0
    for (let i = plan.dropBefore; i <= current; i++) {
      const { whole, shown, brief, rest } = sizes[i] as StepSize
      sum += i < plan.briefBefore ? brief : i === plan.briefBefore ? whole : shown
      if (i < current) sum += rest
    }
    return sum
  }
  for (let current = 0; current < sizes.length; current++) {
    if (total(current) <= budget) continue
    while (plan.briefBefore < current && total(current) > budget / 2) plan.briefBefore++
    while (plan.dropBefore < current && total(current) > budget / 2) plan.dropBefore++
  }
  return plan
}
