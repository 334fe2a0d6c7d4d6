import type { Page } from 'playwright-core'

/**
 * Resolves when a prediction for the page at `url` is committed and `steps` before it are scored, or after `patience_ms`.
 * `control` is a page of the extension; it is woken by the background's own broadcasts, not by a clock.
 */
export const untilPredicted = (
  control: Page,
  url: string,
  { patience_ms, steps = 0 }: { patience_ms: number; steps?: number },
): Promise<boolean> =>
  control.evaluate(
    async ({ path, patience_ms, steps }) => {
      type Panel = { ok: boolean; value: { page: { url: string } | null; score: { total: number } } | null }
      const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome
      const ready = async () => {
        const panel = (await runtime.sendMessage({ channel: 'page', call: 'panel', data: null })) as Panel
        const { page, score } = panel.value ?? {}
        return page && new URL(page.url).pathname === path && score && score.total >= steps
      }
      const patience = AbortSignal.timeout(patience_ms)
      while (!patience.aborted) {
        const changed = new Promise<void>((resolve) => {
          const hear = (): undefined => {
            runtime.onMessage.removeListener(hear)
            resolve()
          }
          runtime.onMessage.addListener(hear)
          patience.addEventListener('abort', hear)
        })
        if (await ready()) return true
        await changed
      }
      return false
    },
    { path: new URL(url).pathname, patience_ms, steps },
  )
