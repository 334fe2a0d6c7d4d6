import { describe, expect, onTestFinished, test } from 'vitest'
import type { Item, Redaction } from '../../../schemas/index.ts'
import type { Store } from '../../../src/collector/store/port.ts'
import { clickItem, consentOf, NOW, pageItem, predictionItem, uuidOf } from '../support.ts'

const SESSION = uuidOf(77)
const THEN = NOW + 5000
const onPage = (item: Item, page: Item | null): Item =>
  ({ ...item, data: { ...item.data, observation_id: page?.item_id ?? null } }) as Item
const at = ({ item_id, seq }: Item) => ({ item_id, seq })
const gone = (item: Item) => ({ ...at(item), unless_used: item.kind === 'observation' })
/** `before` becomes `item`, in its place. */
const into = (before: Item, item: Item) => ({ ...at(before), item: { ...item, seq: before.seq } as Item })

/** What every store must do with redactions. `open` gives an empty one. */
export function redactionContract(name: string, open: () => Promise<Store>): void {
  /** A store with these items of participant 1 at the collector, and short ways to ask it. */
  async function storeWith(...items: Item[]) {
    const store = await open()
    onTestFinished(() => store.close())
    for (const n of [1, 2]) {
      await store.enrol({ consent: consentOf(n), token_sha256: `${n}`.repeat(64), enrolled_at: NOW })
    }
    let batches = 0
    const send = async (...sent: Item[]) => {
      batches += 1
      const batch = { batch_id: uuidOf(2_000_000 + batches), body_sha256: `${batches}`.padStart(64, '0') }
      const rest = { participant_id: uuidOf(1), received_at: NOW, items: sent, rejected: [] }
      return store.storeBatch({ ...batch, ...rest })
    }
    if (items.length > 0) await send(...items)
    let asked = 0
    const ask = (change: Partial<Redaction>) => {
      asked += 1
      const nothing = { up_to_seq: 0, session_ids: [], deleted: [], replaced: [] }
      const from = { schema_version: 1 as const, study_id: 'lamps', participant_id: uuidOf(1), redaction_no: asked }
      return store.redact({ ...from, ...nothing, ...change }, THEN)
    }
    const stored = () => Array.fromAsync(store.items(uuidOf(1)))
    return { store, send, ask, stored }
  }

  describe(`${name}: redactions`, () => {
    test('delete by id, once, and nobody else’s', async () => {
      const { store, ask, stored } = await storeWith(clickItem(1), clickItem(2), clickItem(3))
      const others = { participant_id: uuidOf(2), batch_id: uuidOf(5), body_sha256: '5'.repeat(64) }
      await store.storeBatch({ ...others, received_at: NOW, items: [clickItem(2)], rejected: [] })
      const receipt = { redaction_no: 1, redacted_at: THEN, deleted: 1, replaced: 0 }
      expect(await ask({ deleted: [gone(clickItem(2))] })).toEqual({ state: 'redacted', receipt })
      expect(await ask({ deleted: [gone(clickItem(2))] })).toMatchObject({ receipt: { deleted: 0 } })
      expect(await stored()).toEqual([clickItem(1), clickItem(3)])
      expect(await Array.fromAsync(store.items(uuidOf(2)))).toEqual([clickItem(2)])
      expect(await store.counts()).toMatchObject({ items: 3 })
    })

    test('a batch that comes late brings back neither what was deleted nor what was replaced', async () => {
      const [page, clean] = [pageItem(1, 'Anna'), pageItem(1, '[word]')]
      const { send, ask, stored } = await storeWith()
      const click = onPage(clickItem(2, 'for Anna'), page)
      await ask({
        deleted: [gone(clickItem(3))],
        replaced: [into(page, clean), into(click, onPage(clickItem(2), clean))],
      })
      const late = await send(page, click, clickItem(3), clickItem(4))
      expect(late).toMatchObject({ acknowledgement: { stored: 1, known: 3 } })
      expect((await stored()).map(({ item_id }) => item_id)).toEqual(
        [clean, clickItem(2), clickItem(4)].map(({ item_id }) => item_id),
      )
      expect(JSON.stringify(await stored())).not.toContain('Anna')
    })

    test('a request that was overtaken does nothing', async () => {
      const { ask, stored } = await storeWith(clickItem(1, 'two words'))
      await ask({ redaction_no: 9, replaced: [into(clickItem(1), clickItem(1, '[word] [word]'))] })
      const late = await ask({ redaction_no: 8, replaced: [into(clickItem(1), clickItem(1, 'two [word]'))] })
      expect(late).toMatchObject({ state: 'late', receipt: { redaction_no: 9, deleted: 0, replaced: 0 } })
      expect(await stored()).toEqual([{ ...clickItem(1, '[word] [word]'), redacted_at: THEN }])
    })

    test('a page gets its new id wherever it was referred to, also where the device knows no more of it', async () => {
      const [page, clean, other] = [pageItem(1, 'Anna'), pageItem(1, '[word]'), pageItem(2, 'other')]
      const items = [onPage(clickItem(3), page), onPage(predictionItem(4), page), onPage(clickItem(5), other)]
      const { ask, stored } = await storeWith(page, other, ...items)
      expect(await ask({ replaced: [into(page, clean)] })).toMatchObject({ receipt: { deleted: 0, replaced: 1 } })
      expect(await stored()).toEqual([
        { ...clean, redacted_at: THEN },
        other,
        { ...onPage(clickItem(3), clean), redacted_at: THEN },
        { ...onPage(predictionItem(4), clean), redacted_at: THEN },
        onPage(clickItem(5), other),
      ])
    })

    test('two pages that become one are one, in the first one’s place', async () => {
      const [anna, bert, clean] = [pageItem(1, 'Anna'), pageItem(3, 'Bert'), pageItem(1, '[word]')]
      const { ask, stored } = await storeWith(anna, bert, onPage(clickItem(2), anna), onPage(clickItem(4), bert))
      await ask({ replaced: [into(bert, clean), { ...at(anna), item: clean }] })
      const left = await stored()
      expect(left.map(({ seq }) => seq)).toEqual([1, 2, 4])
      expect(left.flatMap(({ kind, data }) => (kind === 'action' ? [data.observation_id] : []))).toEqual([
        clean.item_id,
        clean.item_id,
      ])
    })

    test('a page goes only when nothing that stays refers to it, and may come again', async () => {
      const page = pageItem(1, 'lamp')
      const [first, second] = [onPage(clickItem(2), page), onPage(clickItem(3), page)]
      const { send, ask, stored } = await storeWith(page, first, second)
      await ask({ deleted: [gone(page), gone(first)] })
      expect(await stored()).toEqual([page, second])
      await ask({ deleted: [gone(page), gone(second)] })
      expect(await stored()).toEqual([])
      const again = { ...page, seq: 9 } as Item
      expect(await send(page, again)).toMatchObject({ acknowledgement: { stored: 1 } })
      expect(await stored()).toEqual([again])
    })

    test('a page that was sent again since it was deleted stays', async () => {
      const page = pageItem(1, 'lamp')
      const { send, ask, stored } = await storeWith(page, clickItem(2))
      const again = { ...page, seq: 9 } as Item
      expect(await send(again)).toMatchObject({ acknowledgement: { stored: 0, known: 1 } })
      await ask({ deleted: [gone(page)] })
      expect(await stored()).toEqual([clickItem(2), again])
      await ask({ up_to_seq: 3 })
      expect(await stored()).toEqual([again])
      await send(page)
      expect(await stored()).toEqual([again])
    })

    test('a page that must go goes, whatever refers to it', async () => {
      const page = pageItem(1, 'lamp')
      const { ask, stored } = await storeWith(page, onPage(clickItem(2), page))
      await ask({ deleted: [{ ...at(page), unless_used: false }] })
      expect(await stored()).toEqual([onPage(clickItem(2), page)])
    })

    test('a session goes with all that names it', async () => {
      const elsewhere = clickItem(2)
      const other = { ...elsewhere, data: { ...elsewhere.data, session_id: uuidOf(78) } } as Item
      const { send, ask, stored } = await storeWith(pageItem(9, 'page'), clickItem(1), other, predictionItem(3))
      expect(await ask({ session_ids: [SESSION] })).toMatchObject({ receipt: { deleted: 2 } })
      await send(clickItem(1), predictionItem(3))
      expect((await stored()).map(({ seq }) => seq)).toEqual([2, 9])
    })

    test('everything up to a seq goes, and stays away', async () => {
      const { store, send, ask, stored } = await storeWith(clickItem(1), pageItem(2, 'page'), clickItem(3))
      expect(await ask({ up_to_seq: 7 })).toMatchObject({ receipt: { deleted: 3 } })
      expect(await ask({ replaced: [into(clickItem(3), clickItem(3, '[word]'))] })).toMatchObject({
        receipt: { replaced: 0 },
      })
      await send(clickItem(1), clickItem(6), clickItem(8))
      expect(await stored()).toEqual([clickItem(8)])
      expect(await store.counts()).toMatchObject({ participants: 2, items: 1 })
      expect(await store.consents(uuidOf(1))).toHaveLength(1)
    })

    test('what was deleted is not replaced any more; what was not there yet is stored', async () => {
      const { ask, stored } = await storeWith(clickItem(1, 'Anna'))
      await ask({ deleted: [gone(clickItem(1))] })
      const replaced = [into(clickItem(1), clickItem(1, '[word]')), into(clickItem(2), clickItem(2, '[word]'))]
      expect(await ask({ replaced })).toMatchObject({ receipt: { replaced: 1 } })
      expect(await stored()).toEqual([{ ...clickItem(2, '[word]'), redacted_at: THEN }])
    })

    test('hashes of what was sent are forgotten; a repeated batch is still known', async () => {
      const { store, ask } = await storeWith(clickItem(1))
      await ask({ deleted: [gone(clickItem(1))] })
      const batch = { participant_id: uuidOf(1), batch_id: uuidOf(2_000_001), body_sha256: '1'.padStart(64, '0') }
      const again = await store.storeBatch({ ...batch, received_at: NOW, items: [clickItem(1)], rejected: [] })
      expect(again).toMatchObject({ state: 'repeated', acknowledgement: { stored: 1 } })
      expect(await Array.fromAsync(store.batches(uuidOf(1)))).toMatchObject([{ body_sha256: '' }])
    })

    test('a page of items, either way', async () => {
      const { store } = await storeWith(...[1, 2, 3, 4, 5].map((seq) => clickItem(seq)))
      const seqs = async (page: Parameters<Store['itemPage']>[1]) =>
        (await store.itemPage(uuidOf(1), page)).map(({ seq }) => seq)
      expect(await seqs({ order: 'oldest_first', limit: 2 })).toEqual([1, 2])
      expect(await seqs({ order: 'oldest_first', from_seq: 2, limit: 9 })).toEqual([3, 4, 5])
      expect(await seqs({ order: 'newest_first', limit: 2 })).toEqual([5, 4])
      expect(await seqs({ order: 'newest_first', from_seq: 4, limit: 2 })).toEqual([3, 2])
      expect(await seqs({ order: 'newest_first', from_seq: 1, limit: 2 })).toEqual([])
    })

    test('of nobody are nobody’s', async () => {
      const { store, ask } = await storeWith(clickItem(1))
      await store.withdraw(uuidOf(1), NOW)
      expect(await ask({ up_to_seq: 1 })).toEqual({ state: 'gone' })
    })
  })
}
