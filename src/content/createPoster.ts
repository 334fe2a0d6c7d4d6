import type { RecorderAnswer, RecorderCalls, RecorderSettings } from '../messaging/calls.ts'
import type { Kept } from '../messaging/kept.ts'
import { callFromRecorder } from '../messaging/send.ts'
import { isExtensionAlive } from '../platform/isExtensionAlive.ts'
import { journalKey, keepInJournal, readOpenJournal } from '../platform/journal.ts'
import { afterPaint } from '../read/afterPaint.ts'
import { createOutbox } from './createOutbox.ts'

type Recorded = 'observed' | 'acted' | 'skipped'
type Data<C extends keyof RecorderCalls> = Omit<Parameters<RecorderCalls[C]>[0], 'kept_as'>

export interface Poster {
  hello(data: Data<'hello'>): void
  /** `onAnswer` is called each time that it is answered: a repeat may be, too. */
  post<C extends Recorded>(call: C, data: Data<C>, onAnswer?: (answer: RecorderAnswer) => void): void
}

/**
 * Posts what one document's recorder has to say. An action is in the journal before it is posted, and with it all that
 * was posted before and is not stored yet.
 */
export function createPoster(options: {
  window: Window
  document_id: string
  is_frame: boolean
  /** Scrubbed address of the document as it is now. */
  address(): string
  now(): number
  /** What the study wants: as the background left it, and as it answers. */
  onSettings(settings: RecorderSettings): void
  onStop(): void
  signal: AbortSignal
}): Poster {
  const { window, document_id, is_frame, address, now, onSettings, onStop, signal } = options
  let mayKeep = false
  let tab_id: number | null = null
  let page_recorded = false
  let count = 0
  let isLeft = false
  /** No frame may come, another document posts what comes of this one's actions, or nobody knows its tab but by its messages. */
  const isAway = (): boolean => is_frame || isLeft || tab_id === null || window.document.visibilityState === 'hidden'
  const outbox = createOutbox({
    onStop,
    isAlive: isExtensionAlive,
    keep(entries) {
      if (mayKeep) keepInJournal(entries)
      return mayKeep
    },
    setTimeout: (task, ms) => window.setTimeout(task, ms),
    soon(task) {
      if (isAway()) task()
      else afterPaint(window, task)
    },
    signal,
  })
  // Another page may post next: this one goes before it.
  const leave = ({ type }: Event): void => {
    isLeft = type === 'pagehide'
    if (isAway()) outbox.postNow()
  }
  for (const type of ['pagehide', 'pageshow', 'visibilitychange'])
    window.addEventListener(type, leave, { capture: true, signal })
  let isGreeted = false
  function tryJournal(): void {
    readOpenJournal().then(
      (settings) => {
        if (!settings || signal.aborted) return
        if (!isGreeted) onSettings(settings as RecorderSettings)
        mayKeep = true
        outbox.mayKeep()
      },
      () => {},
    )
  }
  // Quicker than the background's own answer, and there when it is not.
  tryJournal()

  return {
    hello(data) {
      outbox.post(async () => {
        const { settings, ...told } = await callFromRecorder('hello', data)
        isGreeted = true
        tab_id = told.tab_id
        page_recorded = told.page_recorded
        if (settings) onSettings(settings)
        // Right after the browser's start it takes the background to let recorders in.
        if (settings && !mayKeep) tryJournal()
        return { stop: settings === null }
      })
    },
    post(call, data, onAnswer) {
      const key = journalKey(now(), count++, document_id)
      const kept_as = { ...data, kept_as: key } as never
      const send = async (): Promise<RecorderAnswer> => {
        const answer = (await callFromRecorder(call, kept_as)) as RecorderAnswer
        onAnswer?.(answer)
        return answer
      }
      outbox.post(send, {
        key,
        entry: () => ({ call, data, tab_id, is_frame, page_recorded, url: address() }) as Kept,
        atOnce: call === 'acted',
      })
    },
  }
}
