import { browser } from '../platform/browser.ts'
import type { AroundAnswer } from './calls.ts'

const QUESTION = { question: 'around' } as const

/** What the recorder of a tab's page says of that page; null where none runs there, or it is gone. */
export async function askAround(tab_id: number): Promise<AroundAnswer | null> {
  try {
    return ((await browser.tabs.sendMessage(tab_id, QUESTION, { frameId: 0 })) as AroundAnswer | undefined) ?? null
  } catch {
    return null
  }
}

/** Answers `askAround` in the tab's page, until `signal` aborts. */
export function answerAround(answer: () => AroundAnswer, signal: AbortSignal): void {
  const hear = (raw: unknown): Promise<AroundAnswer> | undefined =>
    (raw as Partial<typeof QUESTION> | null)?.question === QUESTION.question ? Promise.resolve(answer()) : undefined
  browser.runtime.onMessage.addListener(hear)
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(hear))
}
