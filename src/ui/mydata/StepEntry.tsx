import { i18n } from '#i18n'
import { ActionLabel } from '../ActionLabel.tsx'
import { CandidateBars } from '../CandidateBars.tsx'
import { TwoClicks } from '../TwoClicks.tsx'
import type { Format } from '../types.ts'
import { gapReason } from './gapReason.ts'
import { KeptPage } from './KeptPage.tsx'
import { PlaceTag } from './PlaceTag.tsx'
import { Raw } from './Raw.tsx'
import { SaidLine } from './SaidLine.tsx'
import type { MyDataProps, Step } from './types.ts'

function Predictions({ step, format }: { step: Step; format: Format }) {
  if (step.predictions.length === 0) return null
  return (
    <details>
      <summary>
        {i18n.t('mydata.predictions', step.predictions.length, [format.number(step.predictions.length)])}
      </summary>
      <ul class="entries">
        {step.predictions.map((prediction) => (
          <li key={prediction.prediction_id}>
            <h4>
              {i18n.t('mydata.predicted_by', [prediction.predictor, format.preciseTime(prediction.committed_at)])}
            </h4>
            <CandidateBars prediction={prediction} actual={step.action} format={format} />
            <Raw value={prediction} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What was typed, scrolled and gone to since the step before, and pages seen meanwhile. */
function LedUp({ step, loadPage, format }: { step: Step; format: Format } & Pick<MyDataProps, 'loadPage'>) {
  if (step.before.length + step.pages.length === 0) return null
  const count = step.before.length + step.pages.length
  return (
    <details>
      <summary>{i18n.t('mydata.led', count, [format.number(count)])}</summary>
      <ul class="entries">
        {step.before.map((action) => (
          <li key={action.action_id}>
            <span class="entry-time">{format.time(action.timestamp)}</span>
            <ActionLabel action={action} />
            <Raw value={action} />
          </li>
        ))}
        {step.pages.map((page) => (
          <li key={page.observation_id}>
            <KeptPage page={page} loadPage={loadPage} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Nothing but pages on which nothing was done. */
const staysHere = ({ action, before, pages }: Step): boolean =>
  !action && before.length === 0 && pages.length > 0 && pages.every(({ unsent }) => unsent)

/** A step with all that is kept of it, where that is, and its deletion. */
export function StepEntry({
  step,
  format,
  loadPage,
  onDeleteStep,
}: { step: Step; format: Format } & Pick<MyDataProps, 'loadPage' | 'onDeleteStep'>) {
  const { action, page, gaps, rationales } = step
  return (
    <li class="my-step">
      <article>
        <header class="my-step-head">
          <h4 class="my-step-what">
            {action ? (
              <ActionLabel action={action} />
            ) : (
              i18n.t(step.seqs.length > 0 ? 'mydata.no_step_yet' : 'mydata.only_gap')
            )}
          </h4>
          <span class="entry-time">{format.time(step.at)}</span>
          <PlaceTag place={staysHere(step) ? { kind: 'here' } : step.place} format={format} />
        </header>
        {rationales.map((one) => (
          <SaidLine key={one.rationale_id} rationale={one} format={format} />
        ))}
        {page && <KeptPage page={page} loadPage={loadPage} />}
        <LedUp step={step} loadPage={loadPage} format={format} />
        <Predictions step={step} format={format} />
        {[...Map.groupBy(gaps, gapReason)].map(([reason, same]) => (
          <p class="quiet" key={reason}>
            {same.length === 1 ? reason : i18n.t('mydata.gap.times', [reason, format.number(same.length)])}
          </p>
        ))}
        {action && <Raw value={action} />}
        {step.seqs.length > 0 && (
          <TwoClicks
            label={i18n.t('mydata.step.ask')}
            warning={i18n.t('mydata.step.warning')}
            confirm={i18n.t('mydata.step.confirm')}
            action={`delete-step-${step.seqs[0]}`}
            onConfirm={() => onDeleteStep(step.seqs)}
          />
        )}
      </article>
    </li>
  )
}
