import type { Study } from '../../schemas/index.ts'
import type { Enrolment } from './enrolment.ts'
import { isConsentCurrent } from './isConsentCurrent.ts'
import { isSameStudy } from './isSameStudy.ts'
import { loadStudy, StudyError } from './loadStudy.ts'
import type { StudyCheck } from './studyCheck.ts'
import { takesNoMore } from './takesNoMore.ts'

/** How long a study file that was read is believed, ms. */
export const REREAD_MS = 60 * 60_000

export interface Reread {
  check: StudyCheck
  /** The study to go on with, where it is another than before. */
  study: Study | null
}

/**
 * Reads the joined study at its address again, at most once an hour; null where it is not time yet, or where it did not
 * come from the web. Never throws: a study that cannot be read stays as it is, and why is noted.
 *
 * A changed consent text takes effect at once: under it, nothing is recorded until it is agreed to. So does a change
 * that takes no more than was agreed to. One that takes more without a new consent text is not followed.
 */
export async function rereadStudy(
  enrolled: Pick<Enrolment, 'study' | 'study_url' | 'consent'>,
  before: StudyCheck,
  deps: { fetch: typeof globalThis.fetch; now: number },
): Promise<Reread | null> {
  const { study, study_url, consent } = enrolled
  const { now } = deps
  if (!study_url || !/^https?:/.test(study_url)) return null
  // A clock that was put back must not stop the reading.
  if (before.checked_at <= now && now - before.checked_at < REREAD_MS) return null
  try {
    const found = await loadStudy(study_url, deps.fetch, 'no-cache')
    const check = { checked_at: now, over: false, problem: null }
    const isNewer = isSameStudy(study, found) && found.version > study.version
    if (!isNewer) return { check, study: null }
    const follows = !(await isConsentCurrent(consent, found)) || takesNoMore(study, found)
    return { check, study: follows ? found : null }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    const over = before.over || (error instanceof StudyError && error.status === 410)
    return { check: { checked_at: now, over, problem }, study: null }
  }
}
