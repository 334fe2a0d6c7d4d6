import type { ConsentChoices, Study } from '../../schemas/index.ts'

export type ChoiceName = keyof ConsentChoices

/** The choices that a study has to offer, each a question of its own. `recording` is the one it cannot do without. */
export function offeredChoices(study: Study): ChoiceName[] {
  const outside = study.predictors.some((id) => id.startsWith('claude:'))
  return [
    'recording',
    ...(study.record.page_content ? (['page_content'] as const) : []),
    ...(study.rationale ? (['rationale'] as const) : []),
    ...(study.predictors.length > 0 ? (['live_prediction'] as const) : []),
    ...(outside ? (['outside_model'] as const) : []),
  ]
}
