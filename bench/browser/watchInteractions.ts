import type { BrowserContext, Page } from 'playwright-core'

/** The shortest that the browser tells of; quicker interactions are counted as none. */
export const SHORTEST_MS = 16

/** Has every page to come keep its interactions' durations (Event Timing API). */
export async function watchInteractions(context: BrowserContext): Promise<void> {
  await context.addInitScript((durationThreshold) => {
    const durations = new Map<number, number>()
    Object.assign(globalThis, { benchInteractions: durations })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const { interactionId } = entry as PerformanceEventTiming & { interactionId: number }
        if (interactionId) durations.set(interactionId, Math.max(durations.get(interactionId) ?? 0, entry.duration))
      }
    }).observe({ type: 'event', durationThreshold, buffered: true } as PerformanceObserverInit)
  }, SHORTEST_MS)
}

/** Durations of the page's interactions so far, milliseconds, each its longest event's. */
export const readInteractions = (page: Page): Promise<number[]> =>
  page.evaluate(() => [
    ...(globalThis as unknown as { benchInteractions: Map<number, number> }).benchInteractions.values(),
  ])
