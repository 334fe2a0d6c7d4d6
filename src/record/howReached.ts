import type { CapturedAction } from '../../schemas/index.ts'

export type How = Extract<CapturedAction, { type: 'navigate' }>['how']
type Entry = Pick<NavigationHistoryEntry, 'index'> | null | undefined

/** Where a step through the history led: the entries' places tell, where both are known. */
export function travelled(from: Entry, to: Entry): How {
  if (!from || !to || from.index === to.index) return 'back_forward'
  return to.index < from.index ? 'back' : 'forward'
}

/**
 * How a new document was reached: by reload, through the history, by a link (there is a referrer, or the page before
 * replaced itself), otherwise by an address typed, a bookmark or another program. A link that withholds its referrer
 * cannot be told from the last.
 */
export function howReached({ performance, navigation, document }: Window): How {
  const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const activation = navigation?.activation
  if (timing?.type === 'reload') return 'reload'
  if (timing?.type === 'back_forward') return travelled(activation?.from, activation?.entry)
  return document.referrer || activation?.navigationType === 'replace' ? 'link' : 'typed'
}
