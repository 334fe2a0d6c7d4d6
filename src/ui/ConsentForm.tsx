import { useRef, useState } from 'preact/hooks'
import { i18n } from '#i18n'
import type { ConsentChoices, Study } from '../../schemas/index.ts'
import { describeChoice } from './describeChoice.ts'
import { type ChoiceName, offeredChoices } from './offeredChoices.ts'
import type { Ticked } from './types.ts'

export interface ConsentFormProps {
  study: Study
  /** An earlier text was agreed to, and this one is new. */
  again: boolean
  onAgree(choices: ConsentChoices): void
  onDecline(): void
  onKeepCopy(ticked: Ticked): void
}

/**
 * One unticked box for every choice. "Agree" stays reachable while it may not be pressed, and says why: a button that
 * is greyed out without a word helps nobody.
 */
export function ConsentForm({ study, again, onAgree, onDecline, onKeepCopy }: ConsentFormProps) {
  const offered = offeredChoices(study)
  const [chosen, setChosen] = useState<ReadonlySet<ChoiceName>>(new Set())
  const [asked, setAsked] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const ticked: Ticked = {
    recording: chosen.has('recording'),
    page_content: chosen.has('page_content'),
    rationale: chosen.has('rationale'),
    live_prediction: chosen.has('live_prediction'),
    outside_model: chosen.has('outside_model'),
  }
  const ready = ticked.recording

  const toggle = (name: ChoiceName) => {
    const next = new Set(chosen)
    if (!next.delete(name)) next.add(name)
    setChosen(next)
  }
  const agree = (event: Event) => {
    event.preventDefault()
    if (!ready) {
      setAsked(true)
      first.current?.focus()
      return
    }
    onAgree({ ...ticked, recording: true })
  }

  return (
    <form class="card consent-form" onSubmit={agree} noValidate>
      <fieldset>
        <legend>{i18n.t('join.choices')}</legend>
        <p class="quiet">{i18n.t('join.choices_help')}</p>
        {offered.map((name) => {
          const { label, help } = describeChoice(name, study)
          return (
            <div key={name} class="choice">
              <input
                id={`choice-${name}`}
                type="checkbox"
                ref={name === 'recording' ? first : null}
                checked={chosen.has(name)}
                onChange={() => toggle(name)}
                aria-describedby={`choice-${name}-help`}
                aria-invalid={name === 'recording' && asked && !ready}
              />
              <label for={`choice-${name}`}>
                {label} {name === 'recording' && <span class="required">{i18n.t('join.required')}</span>}
              </label>
              <p id={`choice-${name}-help`} class="detail">
                {help}
              </p>
            </div>
          )
        })}
      </fieldset>
      <p id="agree-reason" class={asked && !ready ? 'reason urgent' : 'reason'} aria-live="polite">
        {ready ? i18n.t('join.agree_next') : i18n.t('join.agree_reason')}
      </p>
      <div class="actions">
        <button
          type="submit"
          class="button primary"
          data-action="agree"
          aria-disabled={!ready}
          aria-describedby="agree-reason"
        >
          {again ? i18n.t('join.agree_again') : i18n.t('join.agree')}
        </button>
        <button type="button" class="button" data-action="decline" onClick={onDecline}>
          {i18n.t('join.decline')}
        </button>
        <button type="button" class="link" data-action="keep-copy" onClick={() => onKeepCopy(ticked)}>
          {i18n.t('common.keep_copy')}
        </button>
      </div>
    </form>
  )
}
