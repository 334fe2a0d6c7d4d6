import { z } from 'zod'
import { type Study, type SurveyAnswer, surveyAnswer } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import { checkAnswer } from '../consent/checkAnswer.ts'
import { openSurveys, parseAnswered } from '../consent/openSurveys.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import { namedError } from '../messaging/namedError.ts'
import type { SurveyCalls } from '../messaging/surveyCalls.ts'
import { stored } from '../platform/stored.ts'
import { scrubSurveyAnswer } from '../privacy/scrubItem.ts'
import type { Words } from './words.ts'

export interface SurveysDeps {
  buffer(): Promise<TraceBuffer>
  state(): Promise<ConsentState>
  words: Pick<Words, 'inForce'>
  now(): number
  makeId(): string
  /** Runs a task between the messages of recorders. */
  inOrder<T>(task: () => Promise<T>): Promise<T>
  onStored(): void
}

type Answers = {
  [K in keyof SurveyCalls]: (data: Parameters<SurveyCalls[K]>[0]) => Promise<ReturnType<SurveyCalls[K]>>
}

const given = z.strictObject({
  survey_id: z.string(),
  language: z.string().max(35),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]).nullable()),
})

/** An answer and its question as a person reads them. */
function inWords(study: Study, { survey_id, question_id, answer, language }: SurveyAnswer) {
  const survey = study.surveys?.find(({ id }) => id === survey_id)
  const question = survey?.questions.find(({ id }) => id === question_id)
  const say = (text: Record<string, string>): string => text[language] ?? Object.values(text)[0] ?? ''
  const optionOf = (id: string): string => {
    const option = question && 'options' in question ? question.options.find((one) => one.id === id) : undefined
    return option ? say(option.text) : id
  }
  const words =
    answer === null
      ? null
      : Array.isArray(answer)
        ? answer.map(optionOf).join(', ')
        : typeof answer === 'string'
          ? optionOf(answer)
          : String(answer)
  return { question: question ? say(question.text) : null, words }
}

/**
 * The study's surveys: what can be answered, and what was. Answering is an act of its own, so it is possible while
 * recording is paused, and never where consent does not stand.
 */
export function createSurveys(deps: SurveysDeps): Answers {
  async function membership() {
    const state = await deps.state()
    return state.kind === 'off' ? null : state.enrolment
  }

  return {
    async surveys() {
      const enrolled = await membership()
      if (!enrolled) return null
      const { study, consent } = enrolled
      const answered = parseAnswered(await stored.surveys.getValue())
      const open = openSurveys(study, { now: deps.now(), joined_at: consent.agreed_at, answered })
      return { study_title: study.title, language: consent.language, open }
    },
    answer_survey: (data) =>
      deps.inOrder(async () => {
        const { survey_id, language, answers } = given.parse(data)
        const enrolled = await membership()
        const survey = enrolled?.study.surveys?.find(({ id }) => id === survey_id)
        if (!enrolled || !survey) {
          throw namedError('SurveyClosedError', 'This survey is not asked now, so nothing was kept.')
        }
        const { scrub } = await deps.words.inForce()
        const response_id = deps.makeId()
        const kept = survey.questions.map((question): SurveyAnswer => {
          const answer = checkAnswer(question, answers[question.id])
          const raw: SurveyAnswer = {
            schema_version: 1,
            answer_id: deps.makeId(),
            response_id,
            timestamp: deps.now(),
            study_version: enrolled.study.version,
            survey_id,
            question_id: question.id,
            question_kind: question.kind,
            language,
            answer,
          }
          return surveyAnswer.parse(scrubSurveyAnswer(raw, scrub))
        })
        await (await deps.buffer()).putAnswers(kept)
        const before = parseAnswered(await stored.surveys.getValue())
        await stored.surveys.setValue({ ...before, [survey_id]: deps.now() })
        deps.onStored()
        return null
      }),
    async my_answers() {
      const { enrolment } = await deps.state()
      if (!enrolment) return []
      const kept = await (await deps.buffer()).answers()
      return kept
        .flatMap(({ item, state }) =>
          item.kind === 'survey_answer'
            ? [
                {
                  seq: item.seq,
                  answer: item.data,
                  ...inWords(enrolment.study, item.data),
                  sent: state === 'acknowledged',
                },
              ]
            : [],
        )
        .reverse()
    },
  }
}
