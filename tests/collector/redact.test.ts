import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { redactionReceipt } from '../../schemas/index.ts'
import { expectRefusal, startedApp } from './startedApp.ts'
import { batchOf, clickItem, NOW, pageItem, redactionOf, uuidOf } from './support.ts'

async function withItems() {
  const started = await startedApp()
  const { enrol, send, call } = started
  await enrol(1)
  const items = [pageItem(1, 'A lamp for Anna'), clickItem(2, 'canary-anna'), clickItem(3)]
  await send(1, batchOf(1, 1, items))
  const redact = (body: unknown, token: number | null = 1) =>
    call('POST', '/v1/redact', token, gzipSync(JSON.stringify(body)), { 'content-encoding': 'gzip' })
  return { ...started, items, redact }
}

test('deletes and replaces, says so, and shows it as it is now', async () => {
  const { redact, myData, items } = await withItems()
  const clean = pageItem(1, 'A lamp for [word]')
  const answer = await redact(
    redactionOf(1, 1, {
      deleted: [{ item_id: clickItem(2).item_id, seq: 2, unless_used: false }],
      replaced: [{ item_id: items[0]?.item_id ?? '', seq: 1, item: clean }],
    }),
  )
  expect(answer.status).toBe(200)
  expect(redactionReceipt.parse(await answer.json())).toEqual({
    redaction_no: 1,
    redacted_at: NOW,
    deleted: 1,
    replaced: 1,
  })
  expect((await myData(1)).slice(2)).toEqual([{ ...clean, redacted_at: NOW }, clickItem(3)])
})

test('what was redacted leaves not a byte in the files', async () => {
  const { redact, path, items, send } = await withItems()
  for (let n = 2; n <= 20; n++) {
    await send(1, batchOf(1, n, [clickItem(n * 10, `canary-anna-${n} ${'lamp '.repeat(300)}`)]))
  }
  const files = () => ['', '-wal'].map((end) => readFileSync(`${path}${end}`, 'latin1')).join('')
  expect(files()).toContain('canary-anna-7 ')
  const replaced = [2, ...Array.from({ length: 19 }, (_, n) => (n + 2) * 10)].map((seq) => ({
    item_id: clickItem(seq).item_id,
    seq,
    item: clickItem(seq, `[word] ${'lamp '.repeat(300)}`),
  }))
  await redact(
    redactionOf(1, 1, { replaced, deleted: [{ item_id: items[0]?.item_id ?? '', seq: 1, unless_used: true }] }),
  )
  expect(files()).not.toMatch(/anna/i)
  // Nor the hash of the page that named her, with which her name could be guessed.
  expect(files()).not.toContain(items[0]?.item_id)
})

test.each([
  ['limit=2', [1, 2]],
  ['limit=2&from=1', [2, 3]],
  ['limit=2&order=newest_first', [3, 2]],
  ['limit=5&order=newest_first&from=2', [1]],
  ['limit=5&from=3', []],
])('my-data?%s gives %j', async (query, seqs) => {
  const { call } = await withItems()
  const lines = (await (await call('GET', `/v1/my-data?${query}`, 1)).text()).split('\n').filter(Boolean)
  expect(lines.map((line) => JSON.parse(line).seq)).toEqual(seqs)
})

test.each(['limit=0', 'limit=501', 'limit=x', 'limit=5&from=-1', 'limit=5&order=random'])(
  'my-data?%s is refused',
  async (query) => {
    const { call } = await withItems()
    expect(await expectRefusal(await call('GET', `/v1/my-data?${query}`, 1), 422, 'bad_page')).toMatch(/limit=1 to 500/)
  },
)

test.each([
  ['no redaction', { redaction_no: 1 }, 422, 'bad_redaction', /schema_version.*Update the extension/],
  ["another's", redactionOf(2, 1, {}), 403, 'wrong_participant', /its own token/],
  ['of another study', { ...redactionOf(1, 1, {}), study_id: 'sofas' }, 422, 'wrong_study', /"lamps"/],
  [
    'under a foreign id',
    redactionOf(1, 1, {
      replaced: [{ item_id: uuidOf(1), seq: 1, item: { ...clickItem(1), item_id: uuidOf(9) } as never }],
    }),
    422,
    'bad_redaction',
    /replaced\[0\]/,
  ],
])('a request that is %s is refused, and nothing of it done', async (_, body, status, code, message) => {
  const { redact, myData } = await withItems()
  expect(await expectRefusal(await redact(body), status, code)).toMatch(message)
  expect(await myData(1)).toHaveLength(5)
})

test('wants a token of somebody who takes part', async () => {
  const { redact, call } = await withItems()
  await expectRefusal(await redact(redactionOf(1, 1, {}), null), 401, 'no_token')
  await expectRefusal(await redact(redactionOf(2, 1, {}), 2), 401, 'unknown_token')
  await expectRefusal(await call('GET', '/v1/redact', 1), 405, 'wrong_method')
  await call('POST', '/v1/withdraw', 1)
  await expectRefusal(await redact(redactionOf(1, 1, { up_to_seq: 9 })), 410, 'withdrawn')
})
