import { i18n } from '#i18n'
import { SurveyForm } from './SurveyForm.tsx'
import type { SurveyPageProps } from './types.ts'

/** The study's questions, one survey after the other. */
export function SurveyPage({ study_title, state, onAnswer, onLater }: SurveyPageProps) {
  return (
    <main class="shoptrace survey-page" data-state={state.kind}>
      <header>
        <p class="brand">{i18n.t('extension_name')}</p>
        <h1>{i18n.t('survey.title')}</h1>
        <p class="lead">{study_title}</p>
      </header>
      {state.kind === 'none' && (
        <section class="card" role="status">
          <p>{state.answered ? i18n.t('survey.thanks') : i18n.t('survey.none')}</p>
        </section>
      )}
      {state.kind === 'asking' && (
        <>
          <p class="detail">{i18n.t('survey.privacy')}</p>
          <SurveyForm
            key={state.survey.id}
            survey={state.survey}
            language={state.language}
            problem={state.problem}
            onAnswer={onAnswer}
            onLater={onLater}
          />
          {state.more > 0 && <p class="detail">{i18n.t('survey.more', state.more, [String(state.more)])}</p>}
        </>
      )}
    </main>
  )
}
