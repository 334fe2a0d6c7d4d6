import type { Store } from './store/port.ts'

const DAY_MS = 24 * 60 * 60_000

/** Deletes what the collector received more than `collector_days` before `now` (ms); returns how many items went. */
export const enforceRetention = (store: Pick<Store, 'deleteOlder'>, collector_days: number, now: number) =>
  store.deleteOlder(now - collector_days * DAY_MS)
