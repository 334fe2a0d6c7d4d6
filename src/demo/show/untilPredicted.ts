import type { Page } from 'playwright-core'

/**
 * Resolves when a prediction for the page at `url` is committed, or after `patience_ms` without one. `control` is a page
 * of the extension; it is woken by the background's own broadcasts, not by a clock.
 */
export const untilPredicted = (control: Page, url: string, patience_ms: number): Promise<boolean> =>
  control.evaluate(
    async ({ path, patience_ms }) => {
      type Panel = { ok: boolean; value: { page: { url: string } | null } }
      const { runtime } = (globalThis as unknown as { chrome: typeof chrome }).chrome
      const ready = async () => {
        const panel = (await runtime.sendMessage({ channel: 'page', call: 'panel', data: null })) as Panel
        const at = panel.value?.page?.url
        return at !== undefined && new URL(at).pathname === path
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
    { path: new URL(url).pathname, patience_ms },
  )
