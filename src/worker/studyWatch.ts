import type { ConsentState } from '../consent/readRecordingState.ts'
import { rereadStudy } from '../consent/rereadStudy.ts'
import { parseStudyCheck } from '../consent/studyCheck.ts'
import { stored } from '../platform/stored.ts'

export interface StudyWatchDeps {
  state(): Promise<ConsentState>
  fetch: typeof globalThis.fetch
  now(): number
  /** Runs a task between the messages of recorders. */
  inOrder<T>(task: () => Promise<T>): Promise<T>
  /** The study, or whether it is over, may be another now. */
  onRead(): Promise<void>
}

/** Reads the joined study again where it is time, and follows what changed. Safe to call at any time. */
export async function watchStudy(deps: StudyWatchDeps): Promise<void> {
  const { enrolment: joined } = await deps.state()
  if (!joined) return
  const before = parseStudyCheck(await stored.studyCheck.getValue())
  const reread = await rereadStudy(joined, before, { fetch: deps.fetch, now: deps.now() })
  if (!reread) return
  await deps.inOrder(async () => {
    const { enrolment: still } = await deps.state()
    // The participant may have left, or agreed to the new text, while the study was being read.
    const { token, study } = joined
    if (still?.token !== token || still.study.version !== study.version) return
    await stored.studyCheck.setValue(reread.check)
    if (reread.study) await stored.enrolment.setValue({ ...still, study: reread.study })
    await deps.onRead()
  })
}
