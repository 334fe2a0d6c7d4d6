import type { WriteTransaction } from './schema.ts'

const PREFIX = 'tab:'
const COUNT = 'tab_count'

/** Pseudonym of a browser tab, or null where the tab has none. */
export async function knownTab(transaction: WriteTransaction, tab_id: number): Promise<number | null> {
  return ((await transaction.objectStore('meta').get(`${PREFIX}${tab_id}`))?.value as number | undefined) ?? null
}

/** Pseudonym of a browser tab: 0 for the first tab ever seen, then 1, and so on. */
export async function tabOrdinal(transaction: WriteTransaction, tab_id: number): Promise<number> {
  const known = await knownTab(transaction, tab_id)
  if (known !== null) return known
  const meta = transaction.objectStore('meta')
  const ordinal = ((await meta.get(COUNT))?.value as number | undefined) ?? 0
  await meta.put({ key: COUNT, value: ordinal + 1 })
  await meta.put({ key: `${PREFIX}${tab_id}`, value: ordinal })
  return ordinal
}

/** Forgets which tab has which pseudonym, at a browser start: browsers give old tab ids to new tabs. */
export async function forgetTabs(transaction: WriteTransaction): Promise<void> {
  await transaction.objectStore('meta').delete(IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`))
}
