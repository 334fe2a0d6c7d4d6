import { useState } from 'preact/hooks'
import { i18n } from '#i18n'
import { describeAction } from '../describeAction.ts'
import type { AskedWhy, QuestionAnswer } from '../types.ts'

/** How a submit button's value is understood. */
function read(form: HTMLFormElement, submitter: HTMLElement | null): QuestionAnswer {
  const pressed = (submitter as HTMLButtonElement | null)?.value ?? 'answered'
  const text = String(new FormData(form).get('why') ?? '')
  return pressed === 'answered'
    ? { outcome: 'answered', text, less: false }
    : { outcome: 'skipped', text: '', less: pressed === 'less' }
}

/**
 * Asks why, about one step. Takes no focus, and everything that is pressed in it submits its form: on a page of others that is
 * the one event that stays inside.
 */
export function QuestionCard({ question, onAnswer }: { question: AskedWhy; onAnswer(answer: QuestionAnswer): void }) {
  const { text, language, action, ends_in_ms } = question
  const { verb, what } = describeAction(action)
  // From when it was first shown: news meanwhile must not move the bar.
  const [left] = useState(Math.max(0, ends_in_ms))
  return (
    <form
      class="question"
      aria-label={i18n.t('question.title')}
      onSubmit={(event) => {
        event.preventDefault()
        onAnswer(read(event.currentTarget, event.submitter))
      }}
    >
      <p class="question-step">
        <strong>{verb}</strong> {what}
      </p>
      <label class="question-label" for="shoptrace-why" lang={text === null ? undefined : language}>
        {text ?? i18n.t('question.why')}
      </label>
      <input
        id="shoptrace-why"
        name="why"
        type="text"
        required
        maxLength={500}
        autocomplete="off"
        placeholder={i18n.t('question.placeholder')}
      />
      <div class="question-buttons">
        <button class="question-send" type="submit" value="answered" data-action="answer">
          {i18n.t('question.send')}
        </button>
        <button type="submit" value="skipped" formNoValidate data-action="skip">
          {i18n.t('question.skip')}
        </button>
        <button class="question-less" type="submit" value="less" formNoValidate data-action="less">
          {i18n.t('question.less')}
        </button>
      </div>
      <p class="question-end">{i18n.t('question.ends')}</p>
      <span class="question-time" aria-hidden="true" style={{ animationDuration: `${left}ms` }} />
    </form>
  )
}
