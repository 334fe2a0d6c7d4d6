import type { CDPSession } from 'playwright-core'
import { pause } from './pause.ts'

/** Work of a page's main thread so far, in milliseconds of processor time: another program's load does not count. */
export interface Work {
  task: number
  script: number
  layout: number
  style: number
}

export interface Meter {
  read(): Promise<Work>
  /** Waits until the main thread has done next to nothing for a while; gives up after `patience` milliseconds. */
  quiet(patience?: number): Promise<void>
}

const QUIET_MS = 300
const QUIET_WORK_MS = 8

/** Reads the browser's own account of the main thread (CDP `Performance.getMetrics`, in thread ticks). */
export async function openMeter(cdp: CDPSession): Promise<Meter> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (): Promise<Work> => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    const value = (name: string): number => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN)
    return {
      task: value('TaskDuration'),
      script: value('ScriptDuration'),
      layout: value('LayoutDuration'),
      style: value('RecalcStyleDuration'),
    }
  }
  return {
    read,
    async quiet(patience = 20_000) {
      const end = Date.now() + patience
      for (let before = (await read()).task; Date.now() < end; ) {
        await pause(QUIET_MS)
        const now = (await read()).task
        if (now - before < QUIET_WORK_MS) return
        before = now
      }
    },
  }
}
