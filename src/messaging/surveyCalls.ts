import type { Survey, SurveyAnswer } from '../../schemas/index.ts'

/** A survey of the study that can be answered now. */
export interface OpenSurvey {
  survey: Survey
  /** It is time for it; otherwise it may be answered whenever the participant likes. */
  due: boolean
}

/** Answers by the question's id; null where a question was left out. */
export type SurveyAnswers = Record<string, SurveyAnswer['answer']>

/** An answer on this device, as the "My data" page shows it. */
export interface MyAnswer {
  seq: number
  answer: SurveyAnswer
  /** The question and the answer in words, where the study file still has them. */
  question: string | null
  words: string | null
  sent: boolean
}

/** Calls about the study's surveys, from the extension's own pages. */
export interface SurveyCalls {
  /** What is asked, and in which language it is best asked; null without a study, or where nothing may be kept. */
  surveys(data: null): { study_title: string; language: string; open: OpenSurvey[] } | null
  /** Keep what was answered to one survey. Rejects, and keeps nothing, where an answer does not fit its question. */
  answer_survey(data: { survey_id: string; language: string; answers: SurveyAnswers }): null
  /** Answers on this device, newest first. */
  my_answers(data: null): MyAnswer[]
}
