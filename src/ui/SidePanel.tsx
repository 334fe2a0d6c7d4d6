import { i18n } from '#i18n'
import { QuestionCard } from './corner/QuestionCard.tsx'
import { describeAction } from './describeAction.ts'
import { Goals } from './Goals.tsx'
import { PendingCard } from './PendingCard.tsx'
import { RecordingBadge } from './RecordingBadge.tsx'
import { ScoreBoard } from './ScoreBoard.tsx'
import { StepCard, verdict } from './StepCard.tsx'
import type { Format, PanelScore, PanelStep, SidePanelProps } from './types.ts'
import { UploadLine } from './UploadLine.tsx'

/** The newest result in one sentence, for who listens instead of looking. */
function announcement(step: PanelStep | undefined, score: PanelScore, format: Format): string {
  if (!step || step.hit === null) return ''
  const { verb, what } = describeAction(step.action)
  return `${verdict(step.hit).word}: ${verb} ${what}. ${i18n.t('score.hits', [format.number(score.hits), format.number(score.total)])}`
}

/** What the participant, or the audience of a demonstration, watches beside the shop; 300 to 420 px wide. */
export function SidePanel(props: SidePanelProps) {
  const { study_title, state, upload, visibility, predictor, score, pending, steps, here, goals, question, format } =
    props
  const predicts = visibility !== 'off' && predictor !== null
  const outcomes = steps.flatMap(({ hit }) => (hit === null ? [] : [hit]))
  return (
    <main class="shoptrace panel">
      <header class="panel-head">
        <p class="brand">{i18n.t('extension_name')}</p>
        <h1>{study_title ?? i18n.t('panel.no_study')}</h1>
        <RecordingBadge state={state} here={here} format={format} />
        {study_title !== null && <UploadLine upload={upload} format={format} />}
        {goals && <Goals goals={goals} format={format} />}
      </header>
      {question && (
        <QuestionCard
          key={question.rationale_id}
          question={question}
          onAnswer={(answer) => props.onAnswer(question.rationale_id, answer)}
        />
      )}
      {predicts && <ScoreBoard score={score} predictor={predictor} outcomes={outcomes} format={format} />}
      {predicts && state.kind === 'recording' && (
        <PendingCard pending={pending} visibility={visibility} format={format} />
      )}
      <section class="steps" aria-labelledby="steps-title">
        <h2 id="steps-title">{i18n.t('panel.steps')}</h2>
        {steps.length === 0 ? (
          <p class="quiet">{i18n.t('panel.no_steps')}</p>
        ) : (
          <ol reversed>
            {steps.map((step, index) => (
              <StepCard
                key={step.action.action_id}
                step={step}
                number={(step.action.step_index ?? steps.length - index - 1) + 1}
                predicted={predicts}
                format={format}
              />
            ))}
          </ol>
        )}
      </section>
      <p class="visually-hidden" aria-live="polite" data-announcement>
        {predicts ? announcement(steps[0], score, format) : ''}
      </p>
    </main>
  )
}
