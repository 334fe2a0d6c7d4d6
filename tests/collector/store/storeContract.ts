import { describe, expect, onTestFinished, test } from 'vitest'
import type { Item } from '../../../schemas/index.ts'
import type { NewBatch, Store } from '../../../src/collector/store/port.ts'
import { clickItem, consentOf, NOW, pageItem, testStudy, uuidOf } from '../support.ts'

const hashOf = (n: number) => n.toString(16).padStart(64, '0')

const newBatch = (participant: number, batch: number, items: Item[], body = batch): NewBatch => ({
  participant_id: uuidOf(participant),
  batch_id: uuidOf(2_000_000 + batch),
  body_sha256: hashOf(body),
  received_at: NOW + batch,
  items,
  rejected: [],
})

/** What every store must do, whatever it is made of. `open` gives an empty one. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  const fresh = async (...participants: number[]) => {
    const store = await open()
    onTestFinished(() => store.close())
    for (const n of participants) {
      const enrolment = { consent: consentOf(n), token_sha256: hashOf(n), enrolled_at: NOW }
      expect(await store.enrol(enrolment)).toEqual({ state: 'enrolled' })
    }
    return store
  }
  const all = <T>(rows: AsyncIterable<T>) => Array.fromAsync(rows)

  describe(name, () => {
    test('keeps one study, in all its versions', async () => {
      const store = await fresh()
      expect(await store.studies()).toEqual([])
      await store.keepStudy(testStudy)
      await store.keepStudy({ ...testStudy, version: 4 })
      await store.keepStudy({ ...testStudy, version: 4, title: 'Corrected' })
      expect(await store.studies()).toEqual([{ ...testStudy, version: 4, title: 'Corrected' }, testStudy])
      await expect(store.keepStudy({ ...testStudy, id: 'other' })).rejects.toMatchObject({ trouble: 'unusable' })
    })

    test.each([
      ['the same again', 1, 1, {}, 'known'],
      ['a newer consent', 1, 1, { agreed_at: NOW, study_version: 9 }, 'known'],
      ['another token', 1, 7, {}, 'participant_taken'],
      ["another participant's token", 3, 2, {}, 'token_taken'],
      ['another kind', 1, 1, { participant_kind: 'test' as const }, 'kind_differs'],
    ])('enrolment: %s', async (_, participant, token, changes, state) => {
      const store = await fresh(1, 2)
      const consent = consentOf(participant, changes)
      expect(await store.enrol({ consent, token_sha256: hashOf(token), enrolled_at: NOW })).toEqual({ state })
    })

    test('keeps every consent; the newest says the study version', async () => {
      const store = await fresh(1)
      const newer = consentOf(1, { agreed_at: NOW, study_version: 9 })
      await store.enrol({ consent: newer, token_sha256: hashOf(1), enrolled_at: NOW + 5 })
      expect(await store.consents(uuidOf(1))).toEqual([consentOf(1), newer])
      expect(await all(store.participants())).toEqual([
        {
          participant_id: uuidOf(1),
          study_id: 'lamps',
          study_version: 9,
          participant_kind: 'participant',
          enrolled_at: NOW,
        },
      ])
    })

    test('stores an item once per participant, the first way it came', async () => {
      const store = await fresh(1, 2)
      const first = await store.storeBatch(newBatch(1, 1, [clickItem(2), clickItem(1), clickItem(2)]))
      expect(first).toMatchObject({ state: 'stored', acknowledgement: { stored: 2, known: 1 } })
      await store.storeBatch(newBatch(1, 2, [clickItem(1, 'changed'), clickItem(3)]))
      await store.storeBatch(newBatch(2, 1, [clickItem(1)]))
      expect(await all(store.items(uuidOf(1)))).toEqual([clickItem(1), clickItem(2), clickItem(3)])
      expect(await all(store.items(uuidOf(2)))).toEqual([clickItem(1)])
      expect(await store.counts()).toEqual({ participants: 2, withdrawn: 0, items: 4 })
    })

    test('answers a repeated batch as it did first, and stores nothing of it', async () => {
      const store = await fresh(1)
      const first = await store.storeBatch(newBatch(1, 1, [clickItem(1)]))
      const again = await store.storeBatch(newBatch(1, 1, [clickItem(1)]))
      expect(again).toEqual({ ...first, state: 'repeated' })
      expect(await store.storeBatch(newBatch(1, 1, [clickItem(2)], 99))).toEqual({ state: 'batch_id_reused' })
      expect(await all(store.items(uuidOf(1)))).toEqual([clickItem(1)])
      expect(await all(store.batches(uuidOf(1)))).toMatchObject([
        { received_at: NOW + 1, acknowledgement: { stored: 1 } },
      ])
    })

    test('reads many items and participants page by page, in order', async () => {
      const store = await fresh(...Array.from({ length: 230 }, (_, n) => n + 1))
      const items = Array.from({ length: 450 }, (_, n) => clickItem(n + 1))
      await store.storeBatch(newBatch(5, 1, items.toReversed()))
      expect(await all(store.items(uuidOf(5)))).toEqual(items)
      const ids = (await all(store.participants())).map(({ participant_id }) => participant_id)
      expect(ids).toEqual(Array.from({ length: 230 }, (_, n) => uuidOf(n + 1)))
    })

    test('tells two items of one seq apart', async () => {
      const store = await fresh(1)
      const twins = [clickItem(1), { ...clickItem(2), seq: 1 }]
      await store.storeBatch(newBatch(1, 1, twins))
      expect(await all(store.items(uuidOf(1)))).toEqual(twins)
    })

    test('a withdrawal leaves the receipt alone, and others untouched', async () => {
      const store = await fresh(1, 2)
      await store.storeBatch(newBatch(1, 1, [clickItem(1), clickItem(2)]))
      await store.storeBatch(newBatch(2, 1, [clickItem(1)]))
      const receipt = { participant_id: uuidOf(1), study_id: 'lamps', deleted_at: NOW, deleted_items: 2 }
      expect(await store.withdraw(uuidOf(1), NOW)).toEqual(receipt)
      expect(await store.withdraw(uuidOf(1), NOW + 9)).toEqual(receipt)
      expect(await store.withdraw(uuidOf(3), NOW)).toBeNull()

      expect(await all(store.items(uuidOf(1)))).toEqual([])
      expect(await all(store.batches(uuidOf(1)))).toEqual([])
      expect(await store.consents(uuidOf(1))).toEqual([])
      expect(await store.findToken(hashOf(1))).toEqual({ state: 'withdrawn', receipt, token_sha256: hashOf(1) })
      expect(await store.storeBatch(newBatch(1, 2, [clickItem(3)]))).toEqual({ state: 'gone' })
      const enrol = (token: number) =>
        store.enrol({ consent: consentOf(1), token_sha256: hashOf(token), enrolled_at: NOW })
      expect(await enrol(1)).toEqual({ state: 'withdrawn', receipt })
      expect(await enrol(9)).toEqual({ state: 'participant_taken' })
      expect(await all(store.items(uuidOf(2)))).toEqual([clickItem(1)])
      expect(await store.counts()).toEqual({ participants: 1, withdrawn: 1, items: 1 })
    })

    test('deletes what was received too long ago, but for pages that something later refers to', async () => {
      const store = await fresh(1, 2)
      const [used, unused] = [pageItem(1, 'used'), pageItem(2, 'unused')]
      const later = clickItem(4)
      if (later.kind !== 'action') throw new Error('not an action')
      later.data.observation_id = used.item_id
      const at = (days: number) => NOW + days * 86_400_000
      const store_at = (n: number, batch: number, days: number, items: Item[]) =>
        store.storeBatch({ ...newBatch(n, batch, items), received_at: at(days) })
      await store_at(1, 1, 0, [used, unused, clickItem(3)])
      await store_at(1, 2, 5, [later, pageItem(5, 'young')])
      await store_at(2, 1, 0, [clickItem(1)])
      expect(await store.deleteOlder(at(0))).toBe(0)
      expect(await store.deleteOlder(at(1))).toBe(3)
      expect(await all(store.items(uuidOf(1)))).toEqual([used, later, pageItem(5, 'young')])
      expect((await all(store.batches(uuidOf(1)))).map(({ received_at }) => received_at)).toEqual([at(5)])
      expect(await all(store.items(uuidOf(2)))).toEqual([])
      expect(await store.counts()).toEqual({ participants: 2, withdrawn: 0, items: 3 })
      // A page seen anew is as young as its last time.
      await store_at(1, 3, 9, [{ ...pageItem(5, 'young'), seq: 9 }])
      expect(await store.deleteOlder(at(8))).toBe(2)
      expect((await all(store.items(uuidOf(1)))).map(({ seq }) => seq)).toEqual([9])
    })

    test('keeps a secret as it was made first', async () => {
      const store = await fresh()
      expect(await store.secret('key', () => 'one')).toBe('one')
      expect(await store.secret('key', () => 'two')).toBe('one')
      expect(await store.secret('other', () => 'two')).toBe('two')
    })

    test('finds a participant by token only', async () => {
      const store = await fresh(1)
      expect(await store.findToken(hashOf(1))).toMatchObject({ state: 'enrolled', participant_id: uuidOf(1) })
      expect(await store.findToken(hashOf(2))).toBeNull()
    })

    test('a withdrawal while a participant is being read ends the reading', async () => {
      const store = await fresh(1)
      await store.storeBatch(
        newBatch(
          1,
          1,
          Array.from({ length: 300 }, (_, n) => clickItem(n + 1)),
        ),
      )
      const read: Item[] = []
      for await (const item of store.items(uuidOf(1))) {
        if (read.push(item) === 1) await store.withdraw(uuidOf(1), NOW)
      }
      expect(read.length).toBeLessThan(300)
    })
  })
}
