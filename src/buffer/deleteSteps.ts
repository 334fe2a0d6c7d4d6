import { type Action, type Item, rationaleIdOf } from '../../schemas/index.ts'
import { askRedaction } from './askRedaction.ts'
import { claimedUpTo, maybeSent } from './claimed.ts'
import type { BufferContext } from './context.ts'
import { itemOf } from './itemOf.ts'
import { noteDeletion } from './noteDeletion.ts'
import { removeItem } from './removeItem.ts'
import { removeQuarantined } from './removeQuarantined.ts'
import type { DeletedPlace, ItemRow, QuarantineRow } from './schema.ts'

/** What the participant wants gone. */
export interface Unwanted {
  /** `seq` of items on this device, in the quarantine too. */
  seqs: readonly number[]
  /** Items that the collector has and this device may no longer have. */
  elsewhere?: readonly Item[]
}

const placeOf = ({ item_id, seq, kind }: Item | ItemRow): DeletedPlace => ({
  item_id,
  seq,
  unless_used: kind === 'observation',
})

/** The page that an action or a prediction is on; null for all else. */
const refersTo = ({ kind, data }: Item | ItemRow): string | null =>
  kind === 'action' || kind === 'prediction' ? data.observation_id : null

/**
 * Deletes actions, with what was said about them, predictions and survey answers, and of the pages that they are on or
 * that are named those that nothing refers to any more; returns how many items went.
 *
 * Gap records stay; what predictors have learned goes. The collector is asked for what it may have, and a gap record is
 * left behind, all in one transaction.
 */
export const deleteSteps = (context: BufferContext, { seqs, elsewhere = [] }: Unwanted): Promise<number> =>
  context.write(async (transaction) => {
    const items = transaction.objectStore('items')
    const claimed = await claimedUpTo(transaction)
    const now = context.now()
    const sent: DeletedPlace[] = []
    const gone: Item[] = []
    const pages = new Set<string>()
    let setAside = 0

    const remove = async (row: ItemRow): Promise<void> => {
      await removeItem(transaction, row, now)
      gone.push(itemOf(row))
      if (maybeSent(row, claimed)) sent.push(placeOf(row))
    }
    const setAsideToo = async (aside: QuarantineRow): Promise<void> => {
      sent.push(...(await removeQuarantined(transaction, aside, now)))
      setAside += 1
    }
    /** What the participant said about an action goes with it. */
    const removeSaid = async (action_id: string): Promise<void> => {
      const said = await items.index('item_id').get(rationaleIdOf(action_id))
      if (said) await remove(said)
      const aside = await transaction.objectStore('quarantine').index('item_id').get(rationaleIdOf(action_id))
      if (aside) await setAsideToo(aside)
    }
    const wanted = new Set(seqs)
    for (const item of elsewhere) {
      const known = await items.index('item_id').get(item.item_id)
      if (known) wanted.add(known.seq)
      else {
        gone.push(item)
        sent.push(placeOf(item))
        // Its page too, where nothing else there refers to it. The page's own place is not known here.
        const page = refersTo(item)
        if (item.kind === 'action') {
          sent.push({ item_id: rationaleIdOf(item.item_id), seq: item.seq, unless_used: false })
          await removeSaid(item.item_id)
        }
        if (page) sent.push({ item_id: page, seq: item.seq, unless_used: true })
      }
    }
    for (const seq of wanted) {
      const row = await items.get(seq)
      if (row?.kind === 'observation') pages.add(row.item_id)
      else if (row && row.kind !== 'gap') {
        const page = refersTo(row)
        if (page) pages.add(page)
        await remove(row)
        if (row.kind === 'action') await removeSaid(row.item_id)
      } else if (!row) {
        const aside = await transaction.objectStore('quarantine').get(seq)
        if (aside) await setAsideToo(aside)
      }
    }
    for (const page of pages) {
      const row = await items.index('item_id').get(page)
      // What refers to it has it in the same index, and so has it itself.
      if (row && (await items.index('page').count(page)) === 1) await remove(row)
    }
    if (sent.length > 0) {
      await askRedaction(transaction, { what: 'delete', up_to_seq: 0, session_ids: [], deleted: sent })
    }
    if (gone.length + setAside > 0) {
      const actions = gone.flatMap(({ kind, data }): Action[] => (kind === 'action' ? [data] : []))
      const named = gone.find(({ kind }) => kind === 'prediction')?.data as { session_id?: string } | undefined
      await noteDeletion(context, transaction, { actions, session_id: named?.session_id ?? null })
      // What was learned from them goes with them.
      await transaction.objectStore('models').clear()
    }
    return gone.length + setAside
  })
