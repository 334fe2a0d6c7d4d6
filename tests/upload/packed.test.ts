import 'fake-indexeddb/auto'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Item } from '../../schemas/index.ts'
import { createUploader, type UploaderOptions } from '../../src/upload/createUploader.ts'
import { enrol } from '../../src/upload/enrol.ts'
import { click, freshBuffer, id, page, START } from '../buffer/material.ts'
import { startedApp } from '../collector/startedApp.ts'
import { consentOf, redactionOf, testStudy, tokenOf, uuidOf } from '../collector/support.ts'
import { startTestCollector } from './testCollector.ts'

const HOUR = 3_600_000

const shopPage = (n: number) =>
  page(
    `lamp-${n}`,
    Array.from({ length: 60 }, (_, line) => `<a name="lamp_${line}">Lamp ${line}, ${line === n ? n : 7} W</a>`).join(
      '\n',
    ),
  )

async function scene(options: Partial<UploaderOptions> = {}) {
  const collector = await startedApp()
  const { buffer, clock } = await freshBuffer()
  const sent: string[] = []
  let fate: 'arrives' | 'answer lost' = 'arrives'
  const fetch = async (url: string, init: RequestInit) => {
    const answer = await collector.app.request(url, init)
    if (url.endsWith('/batches')) sent.push(gunzipSync(init.body as Uint8Array).toString())
    if (fate === 'answer lost') throw new Error('The answer was lost.')
    return answer
  }
  const call = { fetch, endpoint: 'https://collector.example', token: tokenOf(1), now: () => clock.now }
  await enrol({ ...call, consent: consentOf(1) })
  const rest = { buffer, study: testStudy, participant_id: uuidOf(1), random: () => 0.5 }
  const uploader = createUploader({ ...call, ...rest, scrubItem: (item) => item, ...options })
  let seen = 0
  const act = async (captured = shopPage(++seen)) => {
    const document_id = id(++seen)
    await buffer.putObservation({ document_id, observation_no: 0, tab_id: 1, captured })
    await buffer.putAction({ tab_id: 1, captured: click(seen, { document_id }) })
  }
  const kept = async () => (await buffer.items(0, 1000)).map(({ item }) => item)
  const held = async () => (await collector.myData(1)).filter(({ kind }) => kind !== 'consent' && kind !== 'batch')
  const versions = () => sent.map((text) => JSON.parse(text).schema_version)
  return {
    collector,
    buffer,
    clock,
    uploader,
    sent,
    act,
    kept,
    held,
    versions,
    lose: (is: boolean) => (fate = is ? 'answer lost' : 'arrives'),
  }
}

test('batches go packed, the second made of what the collector has, and are at the collector what they are here', async () => {
  const { uploader, sent, act, kept, held, versions } = await scene()
  for (let n = 0; n < 4; n++) await act()
  expect(await uploader.uploadPending()).toMatchObject({ sent: 8, acknowledged: 8 })
  for (let n = 0; n < 4; n++) await act()
  expect(await uploader.uploadPending()).toMatchObject({ sent: 8, acknowledged: 8 })
  expect(versions()).toEqual([2, 2])
  expect(JSON.parse(sent[1] ?? '').base_seqs.length).toBeGreaterThan(0)
  expect(await held()).toEqual(await kept())
})

test('a lost answer: the same bytes again, and nothing twice', async () => {
  const { uploader, clock, sent, act, kept, held, lose } = await scene()
  await act()
  await uploader.uploadPending()
  await act()
  lose(true)
  for (let n = 0; n < 3; n++) {
    await uploader.uploadPending()
    clock.now += HOUR
  }
  lose(false)
  expect(await uploader.uploadPending()).toMatchObject({ acknowledged: 2 })
  expect(new Set(sent.slice(1)).size).toBe(1)
  expect(await held()).toEqual(await kept())
})

test('a base is gone at the collector: the items go as they are, under another id, and so do those of the next day', async () => {
  const { collector, buffer, clock, uploader, act, kept, held, versions } = await scene()
  await act()
  await uploader.uploadPending()
  const [first] = await kept()
  const gone = [{ item_id: first?.item_id ?? '', seq: first?.seq ?? 0, unless_used: false }]
  await collector.store.redact(redactionOf(1, 1, { deleted: gone }), START)
  await act()
  expect(await uploader.uploadPending()).toMatchObject({ sent: 5, acknowledged: 2, next_at: null })
  clock.now += 23 * HOUR
  await act()
  await uploader.uploadPending()
  clock.now += 2 * HOUR
  await act()
  await uploader.uploadPending()
  // Packed, refused, as edits of the base that is gone, whole; the same the next day, but for the packing; then packed again.
  expect(versions()).toEqual([2, 2, 1, 1, 1, 1, 2])
  expect(await buffer.counts()).toMatchObject({ pending: 0, quarantined: 0 })
  expect(await held()).toEqual((await kept()).slice(1))
})

test('a page that the privacy gate changes is sent under the id that it has here', async () => {
  const scrubItem = (item: Item): Item =>
    item.kind === 'observation'
      ? { ...item, data: { ...item.data, context: item.data.context.replaceAll('Lamp 9', '[word]') } }
      : item
  const { uploader, act, kept, held, versions } = await scene({ scrubItem })
  await act()
  expect(await uploader.uploadPending()).toMatchObject({ acknowledged: 2 })
  expect(versions()).toEqual([2])
  expect(await held()).toEqual((await kept()).map(scrubItem))
})

test('a collector that knows of no packed batches gets the items as they are, once refused and then at once', async () => {
  const old = await startTestCollector(true)
  try {
    const { buffer, uploader, act } = await scene({ fetch: globalThis.fetch, endpoint: old.endpoint })
    await act()
    expect(await uploader.uploadPending()).toMatchObject({ sent: 4, acknowledged: 2, next_at: null })
    await act()
    await uploader.uploadPending()
    expect(old.seen.map(({ text }) => JSON.parse(text).schema_version)).toEqual([2, 1, 1, 1])
    expect(await buffer.counts()).toMatchObject({ pending: 0, acknowledged: 4, quarantined: 0 })
    expect([...old.items.keys()].sort()).toEqual((await buffer.items(0, 9)).map(({ item }) => item.item_id).sort())
  } finally {
    await old.close()
  }
})
