import { useRef, useState } from 'preact/hooks'
import { i18n } from '#i18n'
import type { Survey } from '../../../schemas/index.ts'
import { inLanguage } from './inLanguage.ts'
import { Question } from './Question.tsx'
import type { Answers } from './types.ts'

const isEmpty = (answer: Answers[string] | undefined): boolean =>
  answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)

/** The questions of one survey; any of them may be left out but those that are marked. */
export function SurveyForm({
  survey,
  language,
  problem,
  onAnswer,
  onLater,
}: {
  survey: Survey
  language: string
  problem: string | null
  onAnswer(answers: Answers): void
  onLater(): void
}) {
  const [answers, setAnswers] = useState<Answers>({})
  const [sent, setSent] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const missing = survey.questions.filter(({ id, required }) => required && isEmpty(answers[id]))
  const submit = (event: Event) => {
    event.preventDefault()
    setSent(true)
    const [first] = missing
    if (first)
      return form.current?.querySelector<HTMLElement>(`[data-question="${first.id}"] :is(input, textarea)`)?.focus()
    onAnswer(answers)
  }
  return (
    <form class="card survey" onSubmit={submit} noValidate ref={form}>
      <h2 lang={language}>{inLanguage(survey.title, language)}</h2>
      {survey.help && <p lang={language}>{inLanguage(survey.help, language)}</p>}
      <p class="quiet">{i18n.t('survey.optional')}</p>
      {survey.questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          language={language}
          answer={answers[question.id] ?? null}
          missing={sent && missing.includes(question)}
          onAnswer={(answer) => setAnswers((before) => ({ ...before, [question.id]: answer }))}
        />
      ))}
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button primary" data-action="send-answers">
          {i18n.t('survey.send')}
        </button>
        <button type="button" class="button" data-action="later" onClick={onLater}>
          {i18n.t('survey.later')}
        </button>
      </div>
    </form>
  )
}
