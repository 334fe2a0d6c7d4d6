import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { pickLanguage } from '../consent/pickLanguage.ts'
import { callFromPage } from '../messaging/send.ts'
import type { OpenSurvey } from '../messaging/surveyCalls.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { SurveyPage } from '../ui/survey/SurveyPage.tsx'
import type { SurveyState } from '../ui/survey/types.ts'
import { explainError } from './explainError.ts'

interface Asked {
  study_title: string
  language: string
  /** Those still to be shown, in order. */
  open: OpenSurvey[]
}

/** The survey page: what is due first, then what may be answered at any time; each once. */
export function SurveyApp(): JSX.Element {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [answered, setAnswered] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    callFromPage('surveys', null).then(
      (found) => setAsked(found ?? { study_title: '', language: 'en', open: [] }),
      (failure) => setError(explainError(failure)),
    )
  }, [])
  if (error) return <ErrorPanel message={error} />

  const survey = asked?.open[0]?.survey
  const language = survey
    ? pickLanguage(Object.keys(survey.title), [asked?.language ?? 'en', ...navigator.languages])
    : 'en'
  const next = () => {
    setProblem(null)
    setAsked((before) => before && { ...before, open: before.open.slice(1) })
  }
  const state: SurveyState = !asked
    ? { kind: 'loading' }
    : survey
      ? { kind: 'asking', survey, language, more: asked.open.length - 1, problem }
      : { kind: 'none', answered }
  return (
    <SurveyPage
      study_title={asked?.study_title ?? ''}
      state={state}
      onLater={next}
      onAnswer={(answers) => {
        if (!survey) return
        callFromPage('answer_survey', { survey_id: survey.id, language, answers }).then(
          () => {
            setAnswered(true)
            next()
          },
          (failure) => setProblem(explainError(failure)),
        )
      }}
    />
  )
}
