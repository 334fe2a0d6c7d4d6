import type { SessionRecord } from './schema.ts'

/** Place of the next action among those of the session in a tab, from 0: counted in the record, which the caller stores. */
export function nextTabSeq(session: Pick<SessionRecord, 'tab_counts'>, tab: number): number {
  session.tab_counts ??= {}
  const seq = session.tab_counts[tab] ?? 0
  session.tab_counts[tab] = seq + 1
  return seq
}
