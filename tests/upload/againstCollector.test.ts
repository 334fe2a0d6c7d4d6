import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type Item, item as itemSchema } from '../../schemas/index.ts'
import { scrubItem } from '../../src/privacy/scrubItem.ts'
import { createUploader } from '../../src/upload/createUploader.ts'
import { enrol } from '../../src/upload/enrol.ts'
import { withdraw } from '../../src/upload/withdraw.ts'
import { click, draft, freshBuffer, id, page, START, submit } from '../buffer/material.ts'
import { startedApp } from '../collector/startedApp.ts'
import { consentOf, testStudy, tokenOf, uuidOf } from '../collector/support.ts'

async function scene() {
  const collector = await startedApp()
  const { buffer, clock } = await freshBuffer()
  const fetch = async (url: string, init: RequestInit) => collector.app.request(url, init)
  const call = { fetch, endpoint: 'https://collector.example', token: tokenOf(1), now: () => clock.now }
  const uploader = createUploader({
    ...call,
    buffer,
    study: testStudy,
    participant_id: uuidOf(1),
    random: () => 0.5,
    scrubItem,
  })
  return { collector, buffer, clock, call, uploader }
}

test('join, record, upload, withdraw, against the real collector', async () => {
  const { collector, buffer, clock, call, uploader } = await scene()
  expect(await enrol({ ...call, consent: consentOf(1) })).toMatchObject({ created: true, receipt: { kind: 'consent' } })
  expect(await enrol({ ...call, consent: consentOf(1) })).toMatchObject({
    created: false,
    receipt: { kind: 'consent' },
  })

  const seen = { document_id: id(1), observation_no: 0, tab_id: 4, captured: page('lamp') }
  const place = await buffer.putObservation(seen)
  await buffer.commitPrediction(draft(place, id(60)))
  await buffer.putAction({ tab_id: 4, captured: click(0) })
  await buffer.putAction({ tab_id: 4, captured: submit(1) })
  await buffer.endSession('closed', START + 50)
  await buffer.putGap({
    schema_version: 1,
    gap_id: id(61),
    timestamp: START,
    session_id: null,
    document_id: null,
    from_seq: null,
    to_seq: null,
    reason: 'paused',
  })
  expect(await uploader.uploadPending()).toEqual({ sent: 6, acknowledged: 6, next_at: null })

  const kept = (await collector.myData(1)).flatMap((row) => itemSchema.safeParse(row.item ?? row).data ?? [])
  expect(kept).toEqual((await buffer.items(0, 100)).map(({ item }) => item))

  expect(await withdraw(call)).toMatchObject({ participant_id: uuidOf(1), deleted_items: 6 })
  expect(await withdraw(call)).toMatchObject({ participant_id: uuidOf(1), deleted_items: 6 })
  clock.now += 60_000
  await buffer.putAction({ tab_id: 4, captured: click(9) })
  expect(await uploader.uploadPending()).toEqual({ sent: 1, acknowledged: 0, next_at: null })
  expect(await uploader.state()).toMatchObject({ problem: { status: 410, stopped: true } })
})

test('before the enrolment has arrived, sending stops and keeps everything; afterwards it goes on', async () => {
  const { buffer, call, uploader } = await scene()
  await buffer.putAction({ tab_id: 4, captured: click(0) })
  expect(await uploader.uploadPending()).toMatchObject({ sent: 1, acknowledged: 0 })
  expect(await uploader.state()).toMatchObject({ problem: { status: 401, stopped: true } })
  await enrol({ ...call, consent: consentOf(1) })
  expect(await uploader.uploadNow()).toMatchObject({ sent: 1, acknowledged: 1 })
})

test.each<[string, (item: Item) => unknown, number, string]>([
  ['an item that is none', (item) => ({ ...item, data: { ...item.data, name: '' } }), 3, 'name'],
  // Nothing of it can be packed: it is sent once more, as it is.
  ['an item of another id', (item) => ({ ...item, item_id: 'another' }), 6, 'item_id'],
])(
  '%s, rejected by name, lies in the quarantine, and its neighbours at the collector',
  async (_, spoil, sent, reason) => {
    const { collector, buffer, clock, call } = await scene()
    await enrol({ ...call, consent: consentOf(1) })
    const uploader = createUploader({
      ...call,
      now: () => clock.now,
      buffer,
      study: testStudy,
      participant_id: uuidOf(1),
      scrubItem: (item) => (item.seq === 2 ? (spoil(item) as Item) : item),
    })
    for (const number of [0, 1, 2]) await buffer.putAction({ tab_id: 4, captured: click(number) })
    expect(await uploader.uploadPending()).toMatchObject({ sent, acknowledged: 2 })
    expect(await buffer.quarantined()).toMatchObject([{ seq: 2, reason: expect.stringContaining(reason) }])
    expect((await collector.store.counts()).items).toBe(2)
  },
)
