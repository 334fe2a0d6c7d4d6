import type { CDPSession } from 'playwright-core'
import { BEGIN, END, type MainThreadTrace, readTrace, type TraceEvent } from './readTrace.ts'

const CATEGORIES = ['disabled-by-default-devtools.timeline', 'blink.user_timing']

/** Runs `during` and returns what the page's main thread did meanwhile (CDP `Tracing`). */
export async function traceMainThread(cdp: CDPSession, during: () => Promise<unknown>): Promise<MainThreadTrace> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }): void => {
    for (const event of value) events.push(event as TraceEvent)
  }
  const mark = (name: string) => cdp.send('Runtime.evaluate', { expression: `performance.mark('${name}'); 0` })
  cdp.on('Tracing.dataCollected', collect)
  const traceConfig = { includedCategories: CATEGORIES, excludedCategories: ['*'] }
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  await mark(BEGIN)
  await during()
  await mark(END)
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve))
  await cdp.send('Tracing.end')
  await complete
  cdp.off('Tracing.dataCollected', collect)
  return readTrace(events)
}
