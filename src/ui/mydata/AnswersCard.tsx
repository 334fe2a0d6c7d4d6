import { i18n } from '#i18n'
import type { SurveyAnswer } from '../../../schemas/index.ts'
import { BlankText } from '../BlankText.tsx'
import { TwoClicks } from '../TwoClicks.tsx'
import type { Format } from '../types.ts'
import { Raw } from './Raw.tsx'

export interface KeptAnswer {
  seq: number
  answer: SurveyAnswer
  question: string | null
  words: string | null
  sent: boolean
}

/** What the participant answered to the study's surveys: each to read, and to delete. */
export function AnswersCard({
  answers,
  format,
  onDelete,
}: {
  answers: readonly KeptAnswer[]
  format: Format
  onDelete(seqs: number[]): void
}) {
  if (answers.length === 0) return null
  return (
    <section class="card" aria-labelledby="answers-title">
      <h2 id="answers-title">{i18n.t('survey.mine')}</h2>
      <ul class="entries">
        {answers.map(({ seq, answer, question, words, sent }) => (
          <li class="my-step" key={seq}>
            <p class="entry-time">{format.date(answer.timestamp)}</p>
            <p>
              <strong lang={answer.language}>{question ?? answer.question_id}</strong>
            </p>
            <p lang={answer.language}>
              {words === null ? <span class="quiet">{i18n.t('survey.left_out')}</span> : <BlankText text={words} />}
            </p>
            {sent && <p class="detail">{i18n.t('survey.sent')}</p>}
            <Raw value={answer} />
            <TwoClicks
              label={i18n.t('mydata.collector.ask')}
              warning={i18n.t('mydata.collector.warning')}
              confirm={i18n.t('mydata.collector.confirm')}
              action={`delete-answer-${seq}`}
              onConfirm={() => onDelete([seq])}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
