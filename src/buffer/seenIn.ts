import type { BufferContext } from './context.ts'
import { findOpenSession } from './currentSession.ts'
import type { SessionRecord, WriteTransaction } from './schema.ts'
import { knownTab, tabOrdinal } from './tabOrdinal.ts'
import { writeTabAction } from './writeTabAction.ts'

/** In which tab something was seen or done. */
export interface InTab {
  /** The browser's id of the tab; only its pseudonym is stored. Null where nobody knows: then the tab last active. */
  tab_id: number | null
  /** The browser's id of the tab from which it was opened, where it is known. */
  opener_id?: number | null
  /** True where a tab that is new is to be recorded as opened. */
  note_tabs?: boolean
}

/** Pseudonym of the tab, and whether it is seen for the first time. */
export async function seenIn(
  transaction: WriteTransaction,
  { tab_id }: InTab,
): Promise<{ tab: number; isNew: boolean }> {
  if (tab_id === null) return { tab: (await findOpenSession(transaction))?.tab ?? 0, isNew: false }
  const isNew = (await knownTab(transaction, tab_id)) === null
  return { tab: await tabOrdinal(transaction, tab_id), isNew }
}

/** Stores that a new tab was opened, before what was seen or done in it. */
export async function noteOpened(
  context: BufferContext,
  transaction: WriteTransaction,
  session: SessionRecord,
  { opener_id, note_tabs }: InTab,
  at: { tab: number; timestamp: number; url: string },
): Promise<void> {
  if (!note_tabs) return
  const opener = typeof opener_id === 'number' ? await knownTab(transaction, opener_id) : null
  const what = { how: 'opened' as const, ...at, ...(opener !== null && { opener }) }
  await writeTabAction(context, transaction, session, what)
}
