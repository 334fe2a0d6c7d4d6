import { nativeApi } from '../platform/nativeApi.ts'
import type { AroundAnswer } from './calls.ts'

const QUESTION = { question: 'around' } as const

/** What the recorder of a tab's page says of that page; null where none runs there, or it is gone. */
export async function askAround(tab_id: number): Promise<AroundAnswer | null> {
  try {
    return ((await nativeApi().tabs.sendMessage(tab_id, QUESTION, { frameId: 0 })) as AroundAnswer | undefined) ?? null
  } catch {
    return null
  }
}

/** Answers `askAround` in the tab's page, until `signal` aborts. */
export function answerAround(answer: () => AroundAnswer, signal: AbortSignal): void {
  const hear = (raw: unknown, _sender: unknown, respond: (answer: unknown) => void): undefined => {
    if ((raw as Partial<typeof QUESTION> | null)?.question === QUESTION.question) respond(answer())
    return undefined
  }
  const { onMessage } = nativeApi().runtime
  onMessage.addListener(hear)
  signal.addEventListener('abort', () => onMessage.removeListener(hear))
}
