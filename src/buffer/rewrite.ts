import { addressed, type Item, type Observation } from '../../schemas/index.ts'
import { askRedaction } from './askRedaction.ts'
import { claimedUpTo, maybeSent } from './claimed.ts'
import type { BufferContext } from './context.ts'
import { itemOf } from './itemOf.ts'
import { noteDeletion } from './noteDeletion.ts'
import { removeQuarantined } from './removeQuarantined.ts'
import type { DeletedPlace, ItemRow, RedactionWork, WriteTransaction } from './schema.ts'

/** How the participant's words are taken out. Pure functions; idempotent. */
export interface Rewriter {
  /** True where some text in the value may hold one of the words. May be wrong about "may", never about "not". */
  mayHold(value: unknown): boolean
  /** The item without the words; an observation keeps its id here. */
  item(item: Item): Item
  /** An address without the words. */
  url(url: string): string
}

/** Items looked at between two looks at the clock of others: pages are large. */
const AT_ONCE = 25
const KEY = 'rewritten'

interface Progress {
  /** Says for which words. */
  mark: string
  after_seq: number
  done: boolean
}

/** The words that everything stored was last rewritten for, as they were named to `rewrite`; null where none were. */
export const rewrittenFor = (context: BufferContext): Promise<string | null> =>
  context.read(async (transaction) => {
    const progress = (await transaction.objectStore('meta').get(KEY))?.value as Progress | undefined
    return progress?.done ? progress.mark : null
  })

/**
 * Takes the participant's words out of everything stored, and notes what the collector must replace; returns how many
 * items changed. `mark` names the words: where everything was rewritten for it already, nothing is done; where that was
 * interrupted, it goes on.
 *
 * An observation is named by its content. Without the word it is another: it takes a new id in its old place, and what
 * refers to it refers to the new id; two that become one are one. Batches with such items are made anew. What predictors
 * have learned, and quarantined items that may hold a word, are deleted.
 */
export async function rewrite(context: BufferContext, rewriter: Rewriter, mark: string): Promise<number> {
  const progress = await context.read(
    async (transaction) => (await transaction.objectStore('meta').get(KEY))?.value as Progress | undefined,
  )
  if (progress?.mark === mark && progress.done) return 0
  let changed = 0
  let after_seq = progress?.mark === mark ? progress.after_seq : 0
  for (;;) {
    const range = IDBKeyRange.lowerBound(after_seq, true)
    const rows = await context.read((transaction) => transaction.objectStore('items').getAll(range, AT_ONCE))
    const last = rows.at(-1)
    if (!last) break
    const changes = await changesOf(rows, rewriter)
    after_seq = last.seq
    await context.write(async (transaction) => {
      changed += await apply(transaction, changes)
      await transaction.objectStore('meta').put({ key: KEY, value: { mark, after_seq, done: false } })
    })
  }
  await context.write(async (transaction) => {
    await rewriteRest(context, transaction, rewriter)
    await sweepCollector(transaction)
    await transaction.objectStore('meta').put({ key: KEY, value: { mark, after_seq: 0, done: true } })
  })
  return changed
}

/** An item that changes, with the content it changes into. */
interface Change {
  seq: number
  item: Item
}

/** Made outside of a transaction, which would end by itself while an id is hashed. */
async function changesOf(rows: readonly ItemRow[], rewriter: Rewriter): Promise<Change[]> {
  const changes: Change[] = []
  for (const row of rows) {
    if (!rewriter.mayHold(row.data)) continue
    const before = itemOf(row)
    const after = rewriter.item(before)
    if (JSON.stringify(after.data) === JSON.stringify(before.data)) continue
    changes.push({ seq: row.seq, item: await addressed(after) })
  }
  return changes
}

const bytesOf = (item: Item): number => new TextEncoder().encode(JSON.stringify(item)).byteLength

async function apply(transaction: WriteTransaction, changes: readonly Change[]): Promise<number> {
  const items = transaction.objectStore('items')
  const claimed = await claimedUpTo(transaction)
  const touched = new Set<number>()
  const replaced: (RedactionWork & { what: 'replace' })['replaced'] = []
  const note = (row: ItemRow, now_seq: number) => {
    touched.add(row.seq)
    if (maybeSent(row, claimed)) replaced.push({ item_id: row.item_id, seq: row.seq, now_seq })
  }
  for (const { seq, item } of changes) {
    const row = await items.get(seq)
    if (!row) continue
    const { item_id, data } = item
    const twin = item_id === row.item_id ? undefined : await items.index('item_id').get(item_id)
    // An action changed in this very transaction keeps the reference that it has got meanwhile.
    const page = row.kind === 'action' || row.kind === 'prediction' ? { observation_id: row.data.observation_id } : null
    const changed = { ...row, item_id, data: page ? { ...data, ...page } : data, bytes: bytesOf(item) } as ItemRow
    const kept_seq = twin ? await merge(transaction, changed, twin) : seq
    if (!twin) await items.put(changed)
    note(row, kept_seq)
    if (twin && twin.seq !== kept_seq) note(twin, kept_seq)
    if (row.kind === 'observation') {
      await refer(transaction, row.item_id, item.data as Observation, (one) => note(one, one.seq))
    }
  }
  if (replaced.length > 0) await askRedaction(transaction, { what: 'replace', replaced })
  const batches = transaction.objectStore('batches')
  for (const batch of await batches.getAll()) {
    if (batch.seqs.some((seq) => touched.has(seq))) await batches.delete(batch.batch_id)
  }
  return changes.length
}

/**
 * Two rows with one content: the older place is kept, or the only one that is to be sent, and the sessions of both.
 * Returns the `seq` that is kept.
 */
async function merge(transaction: WriteTransaction, one: ItemRow, twin: ItemRow): Promise<number> {
  const items = transaction.objectStore('items')
  const inOrder = one.seq < twin.seq ? [one, twin] : [twin, one]
  const [kept, gone] = inOrder.toSorted((a, b) => Number(a.state === 'unused') - Number(b.state === 'unused')) as [
    ItemRow,
    ItemRow,
  ]
  await items.delete(gone.seq)
  const session_ids = [...new Set([...kept.session_ids, ...gone.session_ids])]
  await items.put({ ...kept, session_ids, seen_at: Math.max(kept.seen_at, gone.seen_at) })
  return kept.seq
}

/** Everything that refers to a page under its old id refers to it under its new one. */
async function refer(
  transaction: WriteTransaction,
  before: string,
  page: Observation,
  note: (row: ItemRow) => void,
): Promise<void> {
  const { observation_id, url } = page
  const items = transaction.objectStore('items')
  for (const row of await items.index('page').getAll(before)) {
    if (row.kind === 'observation') continue
    await items.put({ ...row, data: { ...row.data, observation_id } } as ItemRow)
    note(row)
  }
  const documents = transaction.objectStore('documents')
  for (const row of await documents.index('observation_id').getAll(before)) {
    await documents.put({ ...row, observation_id, url })
  }
  const sessions = transaction.objectStore('sessions')
  for (const session of await sessions.getAll()) {
    if (session.observation_id === before) await sessions.put({ ...session, observation_id, url })
  }
}

/** What is no item: addresses, the quarantine, what was learned. */
async function rewriteRest(context: BufferContext, transaction: WriteTransaction, rewriter: Rewriter): Promise<void> {
  const documents = transaction.objectStore('documents')
  for (const row of await documents.getAll()) {
    if (rewriter.mayHold(row.url)) await documents.put({ ...row, url: rewriter.url(row.url) })
  }
  const sessions = transaction.objectStore('sessions')
  for (const row of await sessions.getAll()) {
    if (rewriter.mayHold(row.url)) await sessions.put({ ...row, url: rewriter.url(row.url) })
  }
  const sent: DeletedPlace[] = []
  for (const row of await transaction.objectStore('quarantine').getAll()) {
    if (!rewriter.mayHold(row.data) && !rewriter.mayHold(row.reason)) continue
    sent.push(...(await removeQuarantined(transaction, row, context.now())))
    await noteDeletion(context, transaction, { actions: [], session_id: row.session_ids[0] ?? null })
  }
  if (sent.length > 0) {
    await askRedaction(transaction, { what: 'delete', up_to_seq: 0, session_ids: [], deleted: sent })
  }
  await transaction.objectStore('models').clear()
}

/** Where something was ever sent: last of all, whatever the collector has is looked through, once. */
async function sweepCollector(transaction: WriteTransaction): Promise<void> {
  if ((await claimedUpTo(transaction)) === 0) return
  const redactions = transaction.objectStore('redactions')
  for (const row of await redactions.getAll()) if (row.what === 'sweep') await redactions.delete(row.number)
  await askRedaction(transaction, { what: 'sweep', after_seq: 0 })
}
