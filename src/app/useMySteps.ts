import { useEffect, useRef, useState } from 'preact/hooks'
import { onChange } from '../messaging/changes.ts'
import type { MyOverview, MyStep, MySteps as MyStepsAnswer } from '../messaging/myDataCalls.ts'
import { callFromPage } from '../messaging/send.ts'
import { explainError } from './explainError.ts'

export interface MySteps {
  overview: MyOverview | null
  steps: MyStep[]
  more: boolean
  query: string
  /** True while nothing could be shown yet. */
  loading: boolean
  reading: boolean
  error: string | null
  search(query: string): void
  older(): void
  /** Reads again what is shown. */
  refresh(): void
}

const FIRST = 20

/**
 * The steps on this device, read a few at a time, and again whenever something changed. One read at a time: what is asked
 * for meanwhile follows.
 */
export function useMySteps(): MySteps {
  const [shown, setShown] = useState<{ steps: MyStep[]; next: number | null }>({ steps: [], next: null })
  const [overview, setOverview] = useState<MyOverview | null>(null)
  const [query, setQuery] = useState('')
  const [loading, setLoading] = useState(true)
  const [reading, setReading] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const wanted = useRef({ query: '', count: FIRST, stale: false, busy: false })

  async function read(): Promise<void> {
    const want = wanted.current
    want.stale = true
    if (want.busy) return
    want.busy = true
    setReading(true)
    try {
      while (want.stale) {
        want.stale = false
        setOverview(await callFromPage('my_overview', null))
        const steps: MyStep[] = []
        let next: number | null = null
        do {
          const some: MyStepsAnswer = await callFromPage('my_steps', { before: next, query: want.query })
          steps.push(...some.steps)
          next = some.next
        } while (next !== null && steps.length < want.count && !want.stale)
        if (!want.stale) setShown({ steps, next })
      }
      setError(null)
    } catch (problem) {
      setError(explainError(problem))
    }
    want.busy = false
    setReading(false)
    setLoading(false)
  }

  useEffect(() => {
    const controller = new AbortController()
    onChange(() => void read(), controller.signal)
    void read()
    return () => controller.abort()
  }, [])

  return {
    overview,
    steps: shown.steps,
    more: shown.next !== null,
    query,
    loading,
    reading,
    error,
    search(text) {
      wanted.current.query = text
      wanted.current.count = FIRST
      setQuery(text)
      void read()
    },
    older() {
      wanted.current.count = shown.steps.length + FIRST
      void read()
    },
    refresh: () => void read(),
  }
}
