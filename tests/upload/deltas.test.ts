import 'fake-indexeddb/auto'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Batch, Item } from '../../schemas/index.ts'
import { createUploader, type UploaderOptions } from '../../src/upload/createUploader.ts'
import { enrol } from '../../src/upload/enrol.ts'
import { click, freshBuffer, id, page, START } from '../buffer/material.ts'
import { startedApp } from '../collector/startedApp.ts'
import { consentOf, redactionOf, testStudy, tokenOf, uuidOf } from '../collector/support.ts'
import { startTestCollector } from './testCollector.ts'

/** A page of a shop: much the same on each, something of its own. */
const shopPage = (n: number, length = 60) =>
  page(
    `lamp-${n}`,
    Array.from(
      { length },
      (_, line) => `<a name="lamp_${line}">Lamp ${line}, ${line + (line % 7 === n % 7 ? n : 0)} W</a>`,
    ).join('\n'),
  )

interface Sent {
  batch: Batch
  text: string
}

async function scene(options: Partial<UploaderOptions> = {}) {
  const collector = await startedApp()
  const { buffer, clock } = await freshBuffer()
  const sent: Sent[] = []
  /** How the next requests end; where there is none left, as the collector says. */
  const trouble: ((answer: Response) => Response | never)[] = []
  const fetch = async (url: string, init: RequestInit) => {
    const answer = await collector.app.request(url, init)
    if (!url.endsWith('/batches')) return answer
    const text = gunzipSync(init.body as Uint8Array).toString()
    sent.push({ batch: JSON.parse(text), text })
    return trouble.shift()?.(answer) ?? answer
  }
  const call = { fetch, endpoint: 'https://collector.example', token: tokenOf(1), now: () => clock.now }
  await enrol({ ...call, consent: consentOf(1) })
  // As after a batch that the collector could not unpack.
  await buffer.updateUploadState({ plain_until: START + 20 * 3_600_000 })
  const uploader = createUploader({
    ...call,
    buffer,
    study: testStudy,
    participant_id: uuidOf(1),
    random: () => 0.5,
    scrubItem: (item) => item,
    ...options,
  })
  let seen = 0
  /** A page that something was done on: each takes two places. */
  const look = async (captured: ReturnType<typeof page>) => {
    const document_id = id(++seen)
    await buffer.putObservation({ document_id, observation_no: 0, tab_id: 1, captured })
    await buffer.putAction({ tab_id: 1, captured: click(seen, { document_id }) })
    return buffer.items(0, 1000).then((all) => all.at(-2)?.item as Item)
  }
  /** The pages that the collector holds, whole. */
  const held = async () => (await collector.myData(1)).filter(({ kind }) => kind === 'observation')
  const kept = async () =>
    (await buffer.items(0, 1000)).map(({ item }) => item).filter(({ kind }) => kind === 'observation')
  return { collector, buffer, clock, uploader, sent, trouble, look, held, kept }
}

/** How the pages of each batch were sent. */
const kinds = (sent: readonly Sent[]): string[][] =>
  sent.map(({ batch }) => batch.items.map(({ kind }) => kind).filter((kind) => kind !== 'action'))
const lost = (): never => {
  throw new Error('The answer was lost.')
}

test('pages go as edits of pages before them, in the batch and at the collector, and are whole there', async () => {
  const { uploader, sent, look, held, kept } = await scene()
  await look(shopPage(1))
  await look(shopPage(2))
  await uploader.uploadPending()
  await look(shopPage(3))
  expect(await uploader.uploadPending()).toEqual({ sent: 2, acknowledged: 2, next_at: null })

  expect(kinds(sent)).toEqual([['observation', 'observation_delta'], ['observation_delta']])
  expect(sent[1]?.batch.items[0]).toMatchObject({ seq: 5, data: { base_seqs: [1, 3] } })
  expect(sent[1]?.text.length).toBeLessThan(JSON.stringify((await kept())[2]).length)
  expect(await held()).toEqual(await kept())
})

test('a lost answer: the same bytes again, though more has been acknowledged since', async () => {
  const { uploader, clock, sent, trouble, look, held, kept } = await scene()
  await look(shopPage(1))
  await uploader.uploadPending()
  await look(shopPage(2))
  trouble.push(lost, lost)
  for (let n = 0; n < 3; n++) {
    await uploader.uploadPending()
    clock.now += 3_600_000
  }
  expect(sent).toHaveLength(4)
  expect(new Set(sent.slice(1).map(({ text }) => text)).size).toBe(1)
  expect(kinds(sent)[1]).toEqual(['observation_delta'])
  expect(await held()).toEqual(await kept())
})

test('the base is gone at the collector: the page is sent whole, and nothing is set aside', async () => {
  const { collector, buffer, uploader, sent, look, held, kept } = await scene()
  const first = await look(shopPage(1))
  await uploader.uploadPending()
  const gone = [{ item_id: first.item_id, seq: first.seq, unless_used: false }]
  await collector.store.redact(redactionOf(1, 1, { deleted: gone }), START)
  await look(shopPage(2))
  await look(shopPage(3))
  // Two refused as edits, then accepted whole.
  expect(await uploader.uploadPending()).toMatchObject({ sent: 6, acknowledged: 4 })
  expect(kinds(sent).slice(1)).toEqual([
    ['observation_delta', 'observation_delta'],
    ['observation', 'observation'],
  ])
  expect(await buffer.counts()).toMatchObject({ pending: 0, quarantined: 0 })
  expect(await held()).toEqual((await kept()).slice(1))
})

test('the collector has another page in the place of the base: the hash tells, and the page is sent whole', async () => {
  const { collector, uploader, sent, look, held } = await scene()
  const first = (await look(shopPage(1))) as Item & { kind: 'observation' }
  await uploader.uploadPending()
  const other = { ...first, data: { ...first.data, context: first.data.context.replaceAll('Lamp', 'Bulb') } }
  await collector.store.redact(
    redactionOf(1, 1, { replaced: [{ item_id: first.item_id, seq: 1, item: other }] }),
    START,
  )
  const second = await look(shopPage(2))
  expect(await uploader.uploadPending()).toMatchObject({ sent: 3, acknowledged: 2 })
  expect(kinds(sent).slice(1)).toEqual([['observation_delta'], ['observation']])
  expect((await held())[1]).toEqual(second)
})

test('the participant deletes the base while edits of it are under way: the page goes out in a new batch', async () => {
  const { buffer, clock, uploader, sent, trouble, look, held } = await scene()
  await look(shopPage(1))
  await uploader.uploadPending()
  const second = await look(shopPage(2))
  trouble.push(lost)
  await uploader.uploadPending()
  await buffer.deleteSteps({ seqs: [2] })
  expect((await buffer.items(0, 10)).map(({ item }) => item.seq)).not.toContain(1)
  clock.now += 3_600_000
  expect(await uploader.uploadPending()).toMatchObject({ next_at: null })
  const [, before, after] = sent
  expect(after?.batch.batch_id).not.toBe(before?.batch.batch_id)
  expect(after?.batch.items[0]?.kind).toBe('observation')
  expect(await held()).toContainEqual(second)
  expect(await buffer.counts()).toMatchObject({ pending: 0, quarantined: 0 })
})

test('a page that the privacy gate changes goes whole, and is no base', async () => {
  const scrubItem = (item: Item): Item =>
    item.kind === 'observation' && item.data.title === 'lamp-2'
      ? { ...item, data: { ...item.data, context: item.data.context.replaceAll('Lamp 9', '[word]') } }
      : item
  const { uploader, sent, look, held } = await scene({ scrubItem })
  for (const n of [1, 2, 3]) await look(shopPage(n))
  await uploader.uploadPending()
  expect(kinds(sent)).toEqual([['observation', 'observation', 'observation_delta']])
  expect(sent[0]?.batch.items[4]?.data).toMatchObject({ base_seqs: [1] })
  expect(JSON.stringify(await held())).toContain('[word]')
  // Only the changed page says it, and no copy of what was taken out is anywhere in the body.
  expect(sent[0]?.text.split('[word]').length).toBe(2)
})

test('a batch that is too large goes in halves, whose pages are edits of what is there by then', async () => {
  const { uploader, sent, trouble, look, held, kept } = await scene()
  await look(shopPage(1))
  await uploader.uploadPending()
  for (const n of [2, 3, 4, 5]) await look(shopPage(n))
  trouble.push(() => Response.json({ error: { code: 'too_large', message: 'Smaller.' } }, { status: 413 }))
  expect(await uploader.uploadPending()).toMatchObject({ acknowledged: 8, next_at: null })
  expect(kinds(sent).map((all) => all.length)).toEqual([1, 4, 2, 2])
  expect(new Set(kinds(sent).slice(1).flat())).toEqual(new Set(['observation_delta']))
  expect(await held()).toEqual(await kept())
})

test('a collector that knows of no edits gets the pages whole at the second try', async () => {
  const old = await startTestCollector()
  try {
    const { buffer, uploader, look } = await scene({ fetch: globalThis.fetch, endpoint: old.endpoint })
    const pages = [await look(shopPage(1)), await look(shopPage(2))]
    expect(await uploader.uploadPending()).toMatchObject({ sent: 5, acknowledged: 4, next_at: null })
    expect([...old.items.values()]).toEqual(expect.arrayContaining(pages))
    expect(await buffer.counts()).toMatchObject({ pending: 0, quarantined: 0 })
  } finally {
    await old.close()
  }
})
