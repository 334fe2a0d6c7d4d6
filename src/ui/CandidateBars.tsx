import { i18n } from '#i18n'
import type { Action, Prediction } from '../../schemas/index.ts'
import { isExactMatch } from '../score/isExactMatch.ts'
import { toPredicted } from '../score/toPredicted.ts'
import { ActionLabel } from './ActionLabel.tsx'
import { Icon } from './Icon.tsx'
import type { Format } from './types.ts'

const SHOWN = 3

/** The three most probable candidates, with bars; the one that came true is marked. */
export function CandidateBars({
  prediction,
  actual,
  format,
}: {
  prediction: Prediction
  actual: Action | null
  format: Format
}) {
  if (prediction.candidates.length === 0) {
    return <p class="notice">{prediction.error ?? i18n.t('prediction.empty')}</p>
  }
  const truth = actual && toPredicted(actual)
  return (
    <ol class="candidates">
      {prediction.candidates.slice(0, SHOWN).map(({ action, probability }, index) => {
        const right = truth !== null && isExactMatch(action, truth)
        return (
          <li key={index} class={right ? 'candidate right' : 'candidate'}>
            <ActionLabel action={action} />
            <span class="candidate-share">
              {right && (
                <>
                  <Icon name="hit" />
                  <span class="visually-hidden">{i18n.t('prediction.came_true')} </span>
                </>
              )}
              {format.percent(probability)}
            </span>
            <span class="bar-track" aria-hidden="true">
              <span class="bar-fill" style={{ width: `${probability * 100}%` }} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}
