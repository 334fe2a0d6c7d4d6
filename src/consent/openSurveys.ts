import type { Study, Survey } from '../../schemas/index.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000

/** When each survey was last answered, ms by its id. Unreadable means: never. */
export const parseAnswered = (raw: unknown): Readonly<Record<string, number>> =>
  typeof raw === 'object' && raw !== null
    ? Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
    : {}

/**
 * The surveys that can be answered at `now` (ms), those that are due first: at joining once, every week from a week
 * after `joined_at` on, or at any time.
 */
export function openSurveys(
  study: Pick<Study, 'surveys'>,
  { now, joined_at, answered }: { now: number; joined_at: number; answered: Readonly<Record<string, number>> },
): { survey: Survey; due: boolean }[] {
  const isOpen = ({ id, when }: Survey): boolean => {
    const last = answered[id]
    if (when === 'joining') return last === undefined
    return when === 'any_time' || now - (last ?? joined_at) >= WEEK_MS
  }
  return (study.surveys ?? [])
    .filter(isOpen)
    .map((survey) => ({ survey, due: survey.when !== 'any_time' }))
    .sort((a, b) => Number(b.due) - Number(a.due))
}
