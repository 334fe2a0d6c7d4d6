import { useEffect, useState } from 'preact/hooks'
import type { PanelState } from '../messaging/calls.ts'
import { onChange } from '../messaging/changes.ts'
import { callFromPage } from '../messaging/send.ts'

/** The background's state, read again whenever it says that something changed; an error where it cannot be read. */
export function usePanelState(): { panel: PanelState | null; error: string | null } {
  const [panel, setPanel] = useState<PanelState | null>(null)
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    let reading = false
    let stale = false
    // Changes come in bursts: one read at a time, and one more if something changed meanwhile.
    const read = async (): Promise<void> => {
      stale = true
      if (reading) return
      reading = true
      while (stale) {
        stale = false
        try {
          setPanel(await callFromPage('panel', null))
          setError(null)
        } catch (problem) {
          setError(problem instanceof Error ? problem.message : String(problem))
        }
      }
      reading = false
    }
    onChange(() => void read(), controller.signal)
    void read()
    return () => controller.abort()
  }, [])
  return { panel, error }
}
