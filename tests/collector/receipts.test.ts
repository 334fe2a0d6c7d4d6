import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { collectorKey, consentReceipt, receipt } from '../../schemas/index.ts'
import { checkReceipt } from '../../src/cli/receipt/checkReceipt.ts'
import { joinCode, typedJoinCode } from '../../src/collector/joinCode.ts'
import { isSignedReceipt } from '../../src/collector/receipts/isSignedReceipt.ts'
import { openSigner } from '../../src/collector/receipts/openSigner.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { expectRefusal, startedApp } from './startedApp.ts'
import { batchOf, clickItem, consentOf, NOW, temporaryFolder, testStudy, uuidOf } from './support.ts'

const keyOf = async (call: Awaited<ReturnType<typeof startedApp>>['call']) =>
  collectorKey.parse(await (await call('GET', '/v1/key', null)).json()).public_key

test('the receipt of a consent states just what was agreed to, and is signed with the published key', async () => {
  const { enrol, call } = await startedApp()
  const choices = {
    recording: true as const,
    page_content: false,
    rationale: true,
    live_prediction: true,
    outside_model: false,
  }
  const consent = consentOf(1, { choices })
  const given = consentReceipt.parse(await (await enrol(1, { consent })).json())
  expect(given).toMatchObject({
    choices,
    consent_sha256: consent.consent_sha256,
    agreed_at: NOW - 1000,
    confirmed_at: NOW,
  })
  expect(given.public_key).toBe(await keyOf(call))
  expect(isSignedReceipt(given)).toBe(true)

  // What is held is what was agreed to first: no receipt is given for anything else under the same time.
  const changed = { ...consent, choices: { ...choices, page_content: true } }
  expect((await (await enrol(1, { consent: changed })).json()).choices).toEqual(choices)
})

test('one changed character makes a receipt invalid, and another collector another key', async () => {
  const [one, other] = [await startedApp(), await startedApp()]
  const given = consentReceipt.parse(await (await one.enrol(1)).json())
  const key = await keyOf(one.call)
  expect(checkReceipt(JSON.stringify(given, null, 1), key)).toMatchObject({ valid: true })
  expect(
    checkReceipt(
      `<p>Copy</p><pre id="receipt" tabindex="0">${JSON.stringify(given).replaceAll('"', '&quot;')}</pre>`,
      key,
    ).valid,
  ).toBe(true)
  for (const change of [
    { language: 'de' },
    { agreed_at: NOW },
    { signature: `A${given.signature.slice(1)}` },
    { choices: { ...given.choices, outside_model: true } },
  ])
    expect(checkReceipt(JSON.stringify({ ...given, ...change }), key).valid).toBe(false)
  expect(checkReceipt(JSON.stringify(given), await keyOf(other.call))).toMatchObject({ valid: false })
  expect(checkReceipt('{"kind":"consent"}', null).valid).toBe(false)
  const {
    signature: _,
    public_key: __,
    ...unsigned
  } = {
    kind: 'withdrawal',
    participant_id: uuidOf(1),
    study_id: 'lamps',
    deleted_at: NOW,
    deleted_items: 1,
    signature: '',
    public_key: '',
  }
  expect(checkReceipt(JSON.stringify(unsigned), null)).toMatchObject({
    valid: false,
    lines: [expect.anything(), expect.stringContaining('not signed')],
  })
})

test('a withdrawal is answered with the same signed receipt however often it is asked for', async () => {
  const { enrol, send, call } = await startedApp()
  await enrol(1)
  await send(1, batchOf(1, 1, [clickItem(1)]))
  const given = receipt.parse(await (await call('POST', '/v1/withdraw', 1)).json())
  expect(given).toMatchObject({ kind: 'withdrawal', deleted_items: 1, public_key: await keyOf(call) })
  expect(isSignedReceipt(given)).toBe(true)
  expect(await (await call('POST', '/v1/withdraw', 1)).json()).toEqual(given)
})

test('the key is made once, and stays with the store; none but its owner reads it', async () => {
  const address = `sqlite:${temporaryFolder()}/store.sqlite`
  const store = await openStore(address)
  const first = await openSigner(store)
  expect((await openSigner(store)).public_key).toBe(first.public_key)
  await store.close()
  const again = await openStore(address)
  const second = await openSigner(again)
  expect(second.sign({ a: 1 })).toEqual(first.sign({ a: 1 }))
  await again.close()
  expect(readFileSync(address.slice('sqlite:'.length), 'latin1')).not.toContain(first.public_key)
})

test('a code leads to the study, however it is typed; a wrong one is told', async () => {
  const { call } = await startedApp()
  const code = joinCode('lamps')
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/)
  expect(typedJoinCode(testStudy.upload.endpoint, 'lamps')).toBe(`127.0.0.1:7410/${code.slice(0, 3)}-${code.slice(3)}`)
  for (const typed of [
    code,
    code.toLowerCase(),
    `${code.slice(0, 3)}-${code.slice(3)}`.replaceAll('0', 'o').replaceAll('1', 'l'),
  ])
    expect(await (await call('GET', `/v1/join/${typed}`, null)).json()).toEqual({
      study_url: 'http://127.0.0.1:7410/study.json',
    })
  await expectRefusal(await call('GET', '/v1/join/AAAAAA', null), 404, 'wrong_code')
})

test('the study is read again only where it changed; over, it is gone and nobody joins, but members may send and leave', async () => {
  const { enrol, call, store } = await startedApp()
  const first = await call('GET', '/study.json', null)
  const tag = first.headers.get('etag') ?? ''
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect((await call('GET', '/study.json', null, undefined, { 'if-none-match': tag })).status).toBe(304)
  await enrol(1)

  const over = await startedApp({ store, over: true })
  await expectRefusal(await over.call('GET', '/study.json', null), 410, 'study_over')
  await expectRefusal(await over.enrol(2), 410, 'study_over')
  expect((await over.enrol(1)).status).toBe(200)
  expect((await over.send(1, batchOf(1, 1, [clickItem(1)]))).status).toBe(200)
  expect((await over.call('POST', '/v1/withdraw', 1)).status).toBe(200)
})
