import { i18n } from '#i18n'
import type { Prediction } from '../../schemas/index.ts'
import { ActionLabel } from './ActionLabel.tsx'
import { CandidateBars } from './CandidateBars.tsx'
import { Icon, type IconName } from './Icon.tsx'
import type { Format, PanelStep } from './types.ts'

/** "hit", "miss", or that there was nothing to compare. */
export function verdict(hit: boolean | null): { word: string; icon: IconName; kind: 'hit' | 'miss' | 'none' } {
  if (hit === null) return { word: i18n.t('step.no_prediction'), icon: 'none', kind: 'none' }
  return hit
    ? { word: i18n.t('step.hit'), icon: 'hit', kind: 'hit' }
    : { word: i18n.t('step.miss'), icon: 'miss', kind: 'miss' }
}

function Predicted({ prediction, step, format }: { prediction: Prediction; step: PanelStep; format: Format }) {
  const lead = step.action.timestamp - prediction.committed_at
  return (
    <div class="predicted">
      <h4>{step.predictions.length > 1 ? prediction.predictor : i18n.t('step.predicted')}</h4>
      <CandidateBars prediction={prediction} actual={step.action} format={format} />
      <p class="commit">
        <Icon name="lock" />
        <span>
          {lead >= 0
            ? i18n.t('step.committed_before', [format.preciseTime(prediction.committed_at), format.seconds(lead)])
            : i18n.t('step.committed', [format.preciseTime(prediction.committed_at)])}
        </span>
      </p>
    </div>
  )
}

/** One step: predicted, actual, hit or miss. Under `off` only what was done. */
export function StepCard({
  step,
  number,
  predicted,
  format,
}: {
  step: PanelStep
  number: number
  predicted: boolean
  format: Format
}) {
  const { word, icon, kind } = verdict(step.hit)
  return (
    <li class={`step step-${predicted ? kind : 'plain'}`}>
      <article aria-labelledby={`step-${step.action.action_id}`}>
        <header class="step-head">
          <h3 id={`step-${step.action.action_id}`}>{i18n.t('step.title', [format.number(number)])}</h3>
          <span class="step-time">{format.time(step.action.timestamp)}</span>
          {predicted && (
            <span class={`verdict verdict-${kind}`}>
              <Icon name={icon} />
              {word}
            </span>
          )}
        </header>
        {predicted &&
          step.predictions.map((prediction) => (
            <Predicted key={prediction.prediction_id} prediction={prediction} step={step} format={format} />
          ))}
        <div class="actual">
          <h4>{i18n.t('step.actual')}</h4>
          <ActionLabel action={step.action} />
        </div>
      </article>
    </li>
  )
}
