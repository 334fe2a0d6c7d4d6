import { useEffect, useState } from 'preact/hooks'
import { callFromPage } from '../messaging/send.ts'

/** How many surveys are due, and whether any may be answered at any time. Read anew when `key` changes. */
export function useSurveys(key: unknown): { due: number; any: boolean } {
  const [open, setOpen] = useState({ due: 0, any: false })
  useEffect(() => {
    callFromPage('surveys', null).then(
      (found) => {
        const due = found?.open.filter((one) => one.due).length ?? 0
        setOpen({ due, any: (found?.open.length ?? 0) > due })
      },
      () => {},
    )
  }, [key])
  return open
}
