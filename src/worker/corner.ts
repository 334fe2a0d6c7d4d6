import { pickLanguage } from '../consent/pickLanguage.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import { tellTab } from '../messaging/broadcast.ts'
import type { Answer, CornerContent, RecorderCalls } from '../messaging/calls.ts'
import type { Sender } from '../messaging/isOwnPage.ts'
import { runInTab } from '../platform/runInTab.ts'
import { stored } from '../platform/stored.ts'
import type { Intake } from './intake.ts'
import type { Questions } from './questions.ts'
import { recorderMessages } from './recorderMessages.ts'

/** A click that goes to another page has this long to do so, ms: the question then stands on the page arrived at. */
const SETTLE_MS = 700

export interface CornerDeps {
  questions: Questions
  state(): Promise<ConsentState>
  now(): number
  setTimeout(task: () => void, ms: number): void
  /** BCP 47 language of the extension's own texts. */
  language(): string
}

type Names = 'corner' | 'answered' | 'note_closed'
type Calls = {
  [K in Names]: (data: Parameters<RecorderCalls[K]>[0], sender: Sender) => Promise<ReturnType<RecorderCalls[K]>>
}

/** What stands in the corner of a page: the study's note, a question. Injected only where there is something to show. */
export interface Corner {
  /** A page was looked at. On one of which only the type is kept, nothing of ours stands. */
  seen(page: { tab_id: number; document_id: string; type_only: boolean }, state: ConsentState): Promise<void>
  /** A question was asked in this tab. */
  asked(tab_id: number): void
  answered(answer: Answer): Promise<null>
  /** Something was deleted: no question about it stands any more. */
  removed(): Promise<void>
  /** What the script in the corner asks. */
  calls(intake: Pick<Intake, 'allowed' | 'inOrder'>): Calls
}

export function createCorner(deps: CornerDeps): Corner {
  const { questions } = deps
  /** What was last put into each tab: the same page is not given the same again at every look. */
  const shown = new Map<number, string>()

  async function noteFor(state: ConsentState): Promise<CornerContent['note']> {
    const note = state.kind === 'recording' ? state.enrolment.study.page_note : undefined
    if (!note || (await stored.noteClosed.getValue())) return null
    if (note === true) return { text: null, language: deps.language() }
    const language = pickLanguage(Object.keys(note), [deps.language()])
    return { text: note[language] ?? '', language }
  }

  async function answered(answer: Answer): Promise<null> {
    const open = await questions.open()
    await questions.answer(answer, await deps.state())
    if (open) await tellTab(open.tab_id, 'clear_corner')
    return null
  }

  return {
    async seen({ tab_id, document_id, type_only }, state) {
      if (type_only) {
        shown.delete(tab_id)
        return tellTab(tab_id, 'clear_corner')
      }
      const open = await questions.open()
      const asked = open?.tab_id === tab_id ? open.question.rationale_id : ''
      if (!asked && !(await noteFor(state))) return
      const showing = `${document_id} ${asked}`
      if (shown.get(tab_id) === showing) return
      shown.set(tab_id, showing)
      await runInTab(tab_id, '/corner.js')
    },
    asked: (tab_id) =>
      deps.setTimeout(() => {
        // The page asks back whether it may show anything.
        void runInTab(tab_id, '/corner.js')
      }, SETTLE_MS),
    answered,
    async removed() {
      const tab_id = await questions.dropGone()
      if (tab_id !== null) await tellTab(tab_id, 'clear_corner')
    },
    calls: ({ allowed, inOrder }) => ({
      async corner(_, sender) {
        const state = await allowed(sender)
        const tab_id = sender.tab?.id
        const typeOnly = await stored.typeOnlyTabs.getValue()
        if (!state || sender.frameId !== 0 || (Array.isArray(typeOnly) && typeOnly.includes(tab_id))) {
          return { question: null, note: null }
        }
        const open = await questions.open()
        const mine = open && open.tab_id === tab_id ? open.question : null
        return {
          question: mine && { ...mine, ends_in_ms: mine.deadline - deps.now() },
          note: await noteFor(state),
        }
      },
      answered: (data, sender) =>
        inOrder(async () => {
          const answer = recorderMessages.answered.parse(data)
          const open = await questions.open()
          // A page may speak for its own tab only; what is too late is found by the clock.
          if (open && open.tab_id !== sender.tab?.id) return null
          return answered(answer)
        }),
      async note_closed() {
        await stored.noteClosed.setValue(true)
        return null
      },
    }),
  }
}
