import type { RecordingState, Study } from '../../schemas/index.ts'
import type { Enrolment } from '../consent/enrolment.ts'
import { isConsentCurrent } from '../consent/isConsentCurrent.ts'
import { isSameStudy } from '../consent/isSameStudy.ts'
import { StudyError } from '../consent/loadStudy.ts'
import { pickLanguage } from '../consent/pickLanguage.ts'
import type { JoinState } from '../ui/types.ts'

export interface JoinSources {
  /** The study link, or the study that the build carries. */
  url: string | null
  enrolled: Enrolment | null
  recording: RecordingState
  /** Throws a `StudyError`. */
  load(url: string): Promise<Study>
  /** What the participant reads, best first, BCP 47. */
  languages: readonly string[]
}

function ask(
  study: Study,
  languages: readonly string[],
  enrolled: Enrolment | null,
  why: 'changed' | 'expired' = 'changed',
): JoinState {
  const language = pickLanguage(Object.keys(study.consent.text), languages)
  const text = study.consent.text[language] ?? ''
  const earlier = enrolled?.consent
  const renewal = earlier ? { version: earlier.consent_version, agreed_at: earlier.agreed_at, why } : null
  return { kind: 'ready', study, language, text, renewal }
}

/** The study joined as it stands at its address now, or as it lies on this device. */
async function readAgain(enrolled: Enrolment, { url, load }: JoinSources): Promise<Study> {
  const address = url ?? enrolled.study_url
  const found = address ? await load(address).catch(() => null) : null
  const newer = found && isSameStudy(enrolled.study, found) && found.version >= enrolled.study.version
  return newer ? found : enrolled.study
}

/** What the join page begins with: an invitation, a changed text, a missing permission, or nothing left to do. */
export async function findJoinState(sources: JoinSources): Promise<JoinState> {
  const { url, enrolled, recording, load, languages } = sources
  const reason = recording.kind === 'off' ? recording.reason : null
  if (enrolled) {
    const study = await readAgain(enrolled, sources)
    if (!(await isConsentCurrent(enrolled.consent, study))) {
      return ask(study, [enrolled.consent.language, ...languages], enrolled)
    }
    if (reason === 'study_over') return { kind: 'over', title: study.title }
    if (reason === 'consent_expired') {
      return ask(study, [enrolled.consent.language, ...languages], enrolled, 'expired')
    }
    if (reason === 'permission_missing') return { kind: 'permission', study: enrolled.study }
    return { kind: 'joined', title: study.title, how: 'before' }
  }
  if (!url) return { kind: 'asking', unreadable: reason === 'consent_unreadable' }
  try {
    return ask(await load(url), languages, null)
  } catch (error) {
    if (error instanceof StudyError && error.mistakes.length > 0) {
      return { kind: 'malformed', url, mistakes: error.mistakes }
    }
    return { kind: 'unreachable', url, message: error instanceof Error ? error.message : String(error) }
  }
}
