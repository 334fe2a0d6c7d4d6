import type { Survey, SurveyAnswer } from '../../../schemas/index.ts'

/** Answers by the question's id; what is left out was not answered. */
export type Answers = Readonly<Record<string, SurveyAnswer['answer']>>

export type SurveyState =
  | { kind: 'loading' }
  /** There is nothing to answer now. `answered`: something just was. */
  | { kind: 'none'; answered: boolean }
  /** `more`: how many surveys follow this one. `problem`: why the answers could not be kept. */
  | { kind: 'asking'; survey: Survey; language: string; more: number; problem: string | null }

export interface SurveyPageProps {
  study_title: string
  state: SurveyState
  onAnswer(answers: Answers): void
  /** Not now: the next survey, or the end. */
  onLater(): void
}
