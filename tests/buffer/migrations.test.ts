import 'fake-indexeddb/auto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { createConnection } from '../../src/buffer/connection.ts'
import { migrations } from '../../src/buffer/migrations/migrations.ts'
import { openBuffer } from '../../src/buffer/openBuffer.ts'
import { click, id, START } from './material.ts'

const frozen = (version: number): string => join(import.meta.dirname, 'frozen', `version${version}.json`)
const versions = migrations.map((_, index) => index + 1)

/** A database as the code of `version` left it: one of every kind of row, written down when that version was new. */
async function restore(name: string, version: number): Promise<void> {
  const connection = createConnection({ name, migrations: migrations.slice(0, version) })
  await connection.database()
  connection.close()
  const database = await openDB(name)
  const stores: Record<string, unknown[]> = JSON.parse(readFileSync(frozen(version), 'utf8'))
  for (const [store, rows] of Object.entries(stores)) for (const row of rows) await database.put(store, row)
  expect([...database.objectStoreNames].sort()).toEqual(Object.keys(stores).sort())
  database.close()
}

test.each(versions)('version %i has a frozen example', (version) => {
  expect(existsSync(frozen(version))).toBe(true)
})

test.each(versions)('what version %i left is read, continued and sent by this one', async (version) => {
  const name = `frozen-${version}`
  await restore(name, version)
  let ids = 0x90_000
  const buffer = await openBuffer({ name, now: () => START + 20_000, makeId: () => id(ids++) })

  expect(await buffer.counts()).toEqual({
    pending: 3,
    acknowledged: 2,
    unused: 0,
    quarantined: 1,
    by_kind: { observation: 1, action: 3, prediction: 1, gap: 0, rationale: 0, survey_answer: 0 },
  })
  const [newest, end, first] = await buffer.recentSteps(10)
  expect([newest, end, first].map((one) => [one?.action.type, one?.action.step_index])).toEqual([
    ['click', 0],
    ['terminate', 1],
    ['click', 0],
  ])
  expect(first?.predictions).toHaveLength(1)
  expect(await buffer.history(first?.action.session_id ?? '')).toMatchObject([
    { observation: { title: 'shirt' }, action: { type: 'click' } },
    { observation: { title: 'shirt' }, action: { type: 'terminate' } },
  ])
  expect(await buffer.openSession()).toMatchObject({ session_id: newest?.action.session_id, steps: 1 })
  expect(await buffer.getModel('ranker')).toEqual({ weights: [0.5, -1] })

  const next = await buffer.putAction({ tab_id: 8, captured: click(4, { timestamp: START + 20_000 }) })
  expect(next).toMatchObject({ duplicate: false, action: { step_index: 1, tab: 0 } })
  expect(next.seq).toBeGreaterThan(newest?.seq ?? 0)
  // A scroll that was deleted stays deleted.
  const deleted = { ...click(1), action_id: id(1001) }
  expect(await buffer.putAction({ tab_id: 8, captured: deleted })).toMatchObject({ duplicate: true, seq: 4 })

  const limits = { now: START + 20_000, hold_ms: 0, max_items: 100, max_bytes: 1e6 }
  const begun = await buffer.nextBatch(limits)
  expect(begun?.items.map((item) => item.seq)).toEqual([3])
  await buffer.acknowledge(begun?.batch_id ?? '', { rejected: [] })
  expect((await buffer.nextBatch(limits))?.items.map((item) => item.seq)).toEqual([6, 7, next.seq])
})
