import { render } from 'preact'
import type { CornerContent } from '../messaging/calls.ts'
import { onBroadcast } from '../messaging/onBroadcast.ts'
import { callFromRecorder } from '../messaging/send.ts'
import { type Corner, openCorner } from '../platform/openCorner.ts'
import cornerCss from '../ui/corner/corner.css?inline'
import { NoteCard } from '../ui/corner/NoteCard.tsx'
import { QuestionCard } from '../ui/corner/QuestionCard.tsx'
import questionCss from '../ui/corner/question.css?inline'
import type { QuestionAnswer } from '../ui/types.ts'

/** Shows in the page's corner what the background has for it; goes away with the recording. */
export function createCornerApp(window: Window & typeof globalThis): { refresh(): Promise<void> } {
  let corner: Corner | null = null
  let content: CornerContent = { question: null, note: null }
  let timer = 0

  function close(): void {
    window.clearTimeout(timer)
    if (corner) render(null, corner.root)
    corner?.close()
    corner = null
    content = { question: null, note: null }
  }

  function draw(next: CornerContent): void {
    content = next
    const { question, note } = content
    if (!question && !note) {
      close()
      return
    }
    if (!corner?.isOpen()) corner = openCorner(window.document, 'shoptrace-corner', `${cornerCss}\n${questionCss}`)
    render(
      <>
        {note && <NoteCard note={note} onClose={closeNote} />}
        {question && <QuestionCard key={question.rationale_id} question={question} onAnswer={answer} />}
      </>,
      corner.root,
    )
    window.clearTimeout(timer)
    if (question) timer = window.setTimeout(() => answer(MISSED), Math.max(0, question.ends_in_ms))
  }

  function answer(given: QuestionAnswer | typeof MISSED): void {
    const { question } = content
    if (!question) return
    draw({ ...content, question: null })
    // Where nobody takes it, the question is found unanswered when its time is over.
    callFromRecorder('answered', { rationale_id: question.rationale_id, ...given }).catch(() => {})
  }

  function closeNote(): void {
    draw({ ...content, note: null })
    callFromRecorder('note_closed', null).catch(() => {})
  }

  onBroadcast('stop_recording', close)
  onBroadcast('clear_corner', close)
  return {
    async refresh() {
      const next = await callFromRecorder('corner', null)
      // The same question goes on as it stands, with what is typed already.
      const isSame = next.question?.rationale_id === content.question?.rationale_id
      if (!isSame || !!next.note !== !!content.note || !corner?.isOpen()) draw(next)
    },
  }
}

const MISSED = { outcome: 'missed', text: '', less: false } as const
