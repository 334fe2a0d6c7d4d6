import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { migrateSqlite } from '../../../src/collector/store/migrateSqlite.ts'
import { openStore } from '../../../src/collector/store/openStore.ts'
import { openSqliteStore, sqliteStoreOf } from '../../../src/collector/store/sqlite.ts'
import { sqliteMigrations } from '../../../src/collector/store/sqliteMigrations.ts'
import { clickItem, consentOf, NOW, redactionOf, temporaryFolder, testStudy, uuidOf } from '../support.ts'
import { redactionContract } from './redactionContract.ts'
import { storeContract } from './storeContract.ts'

const freshPath = () => join(temporaryFolder(), 'store.sqlite')
const enrolment = { consent: consentOf(1), token_sha256: '0'.repeat(64), enrolled_at: NOW }
const batchWith = (items: ReturnType<typeof clickItem>[], n = 1) => ({
  participant_id: uuidOf(1),
  batch_id: uuidOf(2_000_000 + n),
  body_sha256: '0'.repeat(64),
  received_at: NOW,
  items,
  rejected: [],
})

storeContract('SQLite store', () => openStore(`sqlite:${freshPath()}`))
redactionContract('SQLite store', () => openStore(`sqlite:${freshPath()}`))

test('keeps everything when closed and opened again', async () => {
  const path = freshPath()
  const before = openSqliteStore(path)
  await before.enrol(enrolment)
  await before.storeBatch(batchWith([clickItem(1)]))
  await before.close()
  const after = openSqliteStore(path, false)
  onTestFinished(() => after.close())
  expect(await Array.fromAsync(after.items(uuidOf(1)))).toEqual([clickItem(1)])
})

test('commits are synced, deletions overwritten, and others cannot read the file', async () => {
  const path = freshPath()
  const database = new DatabaseSync(path)
  const store = sqliteStoreOf(database, path)
  onTestFinished(() => store.close())
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete'), pragma('foreign_keys')]).toEqual([
    'wal',
    2,
    1,
    1,
  ])
  const mode = (file: string) => statSync(file).mode & 0o777
  const other = freshPath()
  const fresh = openSqliteStore(other)
  onTestFinished(() => fresh.close())
  await fresh.enrol(enrolment)
  expect([mode(other), mode(`${other}-wal`)]).toEqual([0o600, 0o600])
})

test.each([
  ['postgres://localhost/x', /names no store\. Write sqlite:PATH/],
  ['study.sqlite', /names no store\. Write sqlite:PATH/],
  ['sqlite:', /has no path/],
  ['sqlite:/nowhere/at/all.sqlite', /all\.sqlite cannot be opened for writing/],
])('address %s is refused', async (address, message) => {
  await expect(openStore(address)).rejects.toThrow(message)
})

test('a missing store is not made where it should exist', async () => {
  await expect(openStore(`sqlite:${freshPath()}`, { create: false })).rejects.toThrow(/There is no store at/)
})

test.each([
  [
    'no database',
    (path: string) => writeFileSync(path, 'not a database, but long enough to be looked at'.repeat(99)),
    'damaged',
  ],
  [
    "another program's",
    (path: string) => void new DatabaseSync(path).exec('CREATE TABLE recipes (name TEXT)'),
    'unusable',
  ],
  [
    "a newer Shoptrace's",
    (path: string) => {
      const database = new DatabaseSync(path)
      migrateSqlite(database)
      database.exec(`PRAGMA user_version = ${sqliteMigrations.length + 1}`)
      database.close()
    },
    'unusable',
  ],
])('a file that is %s is refused and left alone', (_, make, trouble) => {
  const path = freshPath()
  make(path)
  const before = readFileSync(path)
  expect(() => openSqliteStore(path)).toThrow(
    expect.objectContaining({ trouble, message: expect.stringContaining(path) }),
  )
  expect(readFileSync(path).equals(before)).toBe(true)
})

test.each(sqliteMigrations.map((_, index) => index + 1))(
  'a store of schema %i is read and redacted',
  async (version) => {
    const path = freshPath()
    const old = new DatabaseSync(path)
    migrateSqlite(old, sqliteMigrations.slice(0, version))
    old.exec(`
    INSERT INTO studies VALUES ('lamps', 3, '${JSON.stringify(testStudy)}');
    INSERT INTO participants (participant_id, study_id, participant_kind, token_sha256, enrolled_at, items)
      VALUES ('${uuidOf(1)}', 'lamps', 'participant', '${'0'.repeat(64)}', ${NOW}, 2);
    INSERT INTO consents VALUES ('${uuidOf(1)}', ${NOW}, '2', '${JSON.stringify(consentOf(1))}');
  `)
    const add = old.prepare('INSERT INTO items (participant_id, item_id, seq, kind, data) VALUES (?, ?, ?, ?, ?)')
    for (const { item_id, seq, kind, data } of [clickItem(1), clickItem(2)]) {
      add.run(uuidOf(1), item_id, seq, kind, JSON.stringify(data))
    }
    old.close()
    const store = openSqliteStore(path, false)
    onTestFinished(() => store.close())
    const { item_id } = clickItem(1)
    const redaction = redactionOf(1, 1, { deleted: [{ item_id, seq: 1, unless_used: false }] })
    expect(await store.redact(redaction, NOW)).toMatchObject({ receipt: { deleted: 1 } })
    expect(await Array.fromAsync(store.items(uuidOf(1)))).toEqual([clickItem(2)])
    expect(await store.studies()).toEqual([testStudy])
  },
)

test('a migration that fails leaves the version before it', () => {
  const database = new DatabaseSync(':memory:')
  migrateSqlite(database)
  const broken = [...sqliteMigrations, 'CREATE TABLE half (a TEXT); CREATE TABLE half (a TEXT)']
  expect(() => migrateSqlite(database, broken)).toThrow(/half/)
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: sqliteMigrations.length })
  expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined()
  migrateSqlite(database, [...sqliteMigrations, 'CREATE TABLE whole (a TEXT)'])
  expect(database.prepare("SELECT 1 AS there FROM sqlite_schema WHERE name = 'whole'").get()).toEqual({ there: 1 })
})

test('with no room left nothing of the batch is kept, and all of it once there is room', async () => {
  const path = freshPath()
  const database = new DatabaseSync(path)
  const store = sqliteStoreOf(database, path)
  onTestFinished(() => store.close())
  await store.enrol(enrolment)
  const { page_count } = database.prepare('PRAGMA page_count').get() as { page_count: number }
  database.exec(`PRAGMA max_page_count = ${page_count + 3}`)
  const batch = batchWith(Array.from({ length: 50 }, (_, n) => clickItem(n + 1, 'x'.repeat(1500))))
  await expect(store.storeBatch(batch)).rejects.toMatchObject({
    trouble: 'full',
    message: expect.stringContaining('no room left'),
  })
  expect(await store.counts()).toMatchObject({ items: 0 })
  expect(await Array.fromAsync(store.batches(uuidOf(1)))).toEqual([])
  database.exec('PRAGMA max_page_count = 100000')
  expect(await store.storeBatch(batch)).toMatchObject({ state: 'stored', acknowledgement: { stored: 50 } })
})

test('damage is reported as damage', async () => {
  const path = freshPath()
  const before = openSqliteStore(path)
  await before.enrol(enrolment)
  await before.storeBatch(batchWith(Array.from({ length: 200 }, (_, n) => clickItem(n + 1))))
  await before.close()
  const bytes = readFileSync(path)
  // All but the first page, which holds the schema.
  writeFileSync(path, bytes.fill(0xa5, 4096))
  const store = openSqliteStore(path)
  onTestFinished(() => store.close())
  await expect(Array.fromAsync(store.items(uuidOf(1)))).rejects.toMatchObject({ trouble: 'damaged' })
  await expect(store.storeBatch(batchWith([clickItem(999)], 2))).rejects.toMatchObject({ trouble: 'damaged' })
})

test('waits for its turn when another process writes, then says that it is locked', async () => {
  const path = freshPath()
  const database = new DatabaseSync(path)
  const store = sqliteStoreOf(database, path)
  database.exec('PRAGMA busy_timeout = 1')
  const other = new DatabaseSync(path)
  onTestFinished(async () => {
    other.close()
    await store.close()
  })
  other.exec('BEGIN IMMEDIATE')
  await expect(store.enrol(enrolment)).rejects.toMatchObject({ trouble: 'unavailable' })
  other.exec('ROLLBACK')
  expect(await store.enrol(enrolment)).toEqual({ state: 'enrolled' })
})
