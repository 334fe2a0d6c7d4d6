import type { WriteTransaction } from './schema.ts'

const PREFIX = 'tab:'
const COUNT = 'tab_count'

/** Pseudonym of a browser tab: 0 for the first tab ever seen, then 1, and so on. */
export async function tabOrdinal(transaction: WriteTransaction, tab_id: number): Promise<number> {
  const meta = transaction.objectStore('meta')
  const known = await meta.get(`${PREFIX}${tab_id}`)
  if (known) return known.value as number
  const ordinal = ((await meta.get(COUNT))?.value as number | undefined) ?? 0
  await meta.put({ key: COUNT, value: ordinal + 1 })
  await meta.put({ key: `${PREFIX}${tab_id}`, value: ordinal })
  return ordinal
}

/** Forgets which tab has which pseudonym, at a browser start: browsers give old tab ids to new tabs. */
export async function forgetTabs(transaction: WriteTransaction): Promise<void> {
  await transaction.objectStore('meta').delete(IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`))
}
