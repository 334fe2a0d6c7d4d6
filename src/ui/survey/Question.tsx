import { i18n } from '#i18n'
import type { SurveyAnswer, SurveyQuestion } from '../../../schemas/index.ts'
import { inLanguage } from './inLanguage.ts'

type Answer = SurveyAnswer['answer']

export interface QuestionProps {
  question: SurveyQuestion
  language: string
  answer: Answer
  /** It needs an answer, and was sent without one. */
  missing: boolean
  onAnswer(answer: Answer): void
}

function Options({
  question,
  language,
  answer,
  onAnswer,
}: QuestionProps & { question: Extract<SurveyQuestion, { kind: 'choice' | 'multiple_choice' }> }) {
  const { id, kind, options } = question
  const chosen = Array.isArray(answer) ? answer : []
  const many = kind === 'multiple_choice'
  return (
    <div class="choices">
      {options.map((option) => (
        <label key={option.id}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={id}
            value={option.id}
            checked={many ? chosen.includes(option.id) : answer === option.id}
            onChange={(event) => {
              if (!many) return onAnswer(option.id)
              const rest = chosen.filter((one) => one !== option.id)
              onAnswer(event.currentTarget.checked ? [...rest, option.id] : rest)
            }}
          />
          <span>{inLanguage(option.text, language)}</span>
        </label>
      ))}
    </div>
  )
}

function Scale({
  question,
  language,
  answer,
  onAnswer,
}: QuestionProps & { question: Extract<SurveyQuestion, { kind: 'scale' }> }) {
  const { id, min, max } = question
  const [low, high] = [inLanguage(question.min_label, language), inLanguage(question.max_label, language)]
  const values = Array.from({ length: max - min + 1 }, (_, n) => min + n)
  return (
    <div class="scale">
      <span class="detail">{low}</span>
      <div class="scale-values">
        {values.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={answer === value}
              aria-label={value === min ? `${value}, ${low}` : value === max ? `${value}, ${high}` : `${value}`}
              onChange={() => onAnswer(value)}
            />
            <span aria-hidden="true">{value}</span>
          </label>
        ))}
      </div>
      <span class="detail">{high}</span>
    </div>
  )
}

/** One field with a label of its own. */
function Field({ question, language, answer, missing, onAnswer }: QuestionProps) {
  const { id, kind } = question
  const common = {
    id: `answer-${id}`,
    'aria-describedby': `help-${id}`,
    'aria-invalid': missing,
    'aria-required': question.required,
  }
  if (kind === 'text') {
    return (
      <textarea
        {...common}
        rows={4}
        maxLength={question.max_length}
        value={typeof answer === 'string' ? answer : ''}
        onInput={(event) => onAnswer(event.currentTarget.value || null)}
      />
    )
  }
  if (kind !== 'number') return null
  return (
    <span class="with-unit">
      <input
        {...common}
        type="number"
        step="any"
        min={question.min}
        max={question.max}
        value={typeof answer === 'number' ? answer : ''}
        onInput={(event) => {
          const { valueAsNumber } = event.currentTarget
          onAnswer(Number.isNaN(valueAsNumber) ? null : valueAsNumber)
        }}
      />
      {question.unit && <span>{inLanguage(question.unit, language)}</span>}
    </span>
  )
}

/** A question of a survey, by the kind of its answer. */
export function Question(props: QuestionProps) {
  const { question, language, missing } = props
  const { id, required } = question
  const title = (
    <>
      <span lang={language}>{inLanguage(question.text, language)}</span>{' '}
      {required && <span class="required">{i18n.t('survey.required')}</span>}
    </>
  )
  const help = (
    <p id={`help-${id}`} class={missing ? 'detail urgent' : 'detail'} role={missing ? 'alert' : undefined}>
      {missing ? i18n.t('survey.missing') : question.help ? inLanguage(question.help, language) : ''}
    </p>
  )
  if (question.kind === 'text' || question.kind === 'number') {
    return (
      <div class="survey-question" data-question={id}>
        <label for={`answer-${id}`}>{title}</label>
        {help}
        <Field {...props} />
      </div>
    )
  }
  return (
    <fieldset class="survey-question" data-question={id} aria-describedby={`help-${id}`}>
      <legend>{title}</legend>
      {help}
      {question.kind === 'scale' ? (
        <Scale {...props} question={question} />
      ) : (
        <Options {...props} question={question} />
      )}
    </fieldset>
  )
}
