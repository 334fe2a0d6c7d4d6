import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { migrations } from '../../src/buffer/migrations/migrations.ts'
import { findChromium } from '../../src/chromium/findChromium.ts'
import { bufferInChromium, type RunningChromium } from './bufferInChromium.ts'
import type { shoptrace as Shoptrace } from './bufferInPage.ts'
import { id, START } from './material.ts'

declare const shoptrace: typeof Shoptrace

const absent = findChromium() === null
if (absent) console.warn('SKIPPED: the buffer in a real browser, because no Chromium was found.')

describe.skipIf(absent)('the buffer in a real Chromium', { timeout: 60_000 }, () => {
  let place: Awaited<ReturnType<typeof bufferInChromium>>
  let browser: RunningChromium
  let names = 0
  const freshName = () => `db-${names++}`

  beforeAll(async () => {
    place = await bufferInChromium()
    browser = await place.start()
  }, 60_000)
  afterAll(() => place.close())
  afterEach(async () => {
    for (const page of browser.context.pages().slice(1)) await page.close()
  })

  test('every write is strictly durable, and one transaction', async () => {
    const page = await browser.open()
    const transactions = await page.evaluate(async (name) => {
      const seen: { call: string; mode: string; durability: string }[] = []
      let call = ''
      const original = IDBDatabase.prototype.transaction
      IDBDatabase.prototype.transaction = function (...args) {
        const transaction = original.apply(this, args)
        seen.push({ call, mode: transaction.mode, durability: transaction.durability })
        return transaction
      }
      const { openBuffer, click, draft, id, page } = shoptrace
      const buffer = await openBuffer({ name })
      const run = async <T>(what: string, work: () => Promise<T>) => {
        call = what
        return work()
      }
      const at = { document_id: id(1), observation_no: 0, tab_id: 1, captured: page('a') }
      const place = await run('putObservation', () => buffer.putObservation(at))
      await run('commitPrediction', () => buffer.commitPrediction(draft(place, id(50))))
      await run('putAction', () => buffer.putAction({ tab_id: 1, captured: click(0, { timestamp: Date.now() }) }))
      await run('endSession', () => buffer.endSession('closed', Date.now()))
      const gap = { schema_version: 1, gap_id: id(9), timestamp: 1, session_id: null, document_id: null } as const
      await run('putGap', () => buffer.putGap({ ...gap, from_seq: null, to_seq: null, reason: 'quota' }))
      const limits = { now: Date.now() + 1, hold_ms: 0, max_items: 9, max_bytes: 1e6 }
      const batch = await run('nextBatch', () => buffer.nextBatch(limits))
      await run('fail', () => buffer.fail(batch?.batch_id ?? '', { next_at: 0, error: 'x' }))
      await run('acknowledge', () => buffer.acknowledge(batch?.batch_id ?? '', { rejected: [] }))
      await run('putModel', () => buffer.putModel('ranker', new ArrayBuffer(8)))
      await run('prune', () => buffer.prune(Date.now(), 30))
      await run('deleteSteps', () => buffer.deleteSteps({ seqs: [1] }))
      await run('deleteSession', () => buffer.deleteSession(place.session_id))
      await run('takeRedactionNo', () => buffer.takeRedactionNo())
      await run('redactionFailed', () => buffer.redactionFailed(1, { next_at: 0, error: 'x' }))
      await run('redactionDone', () => buffer.redactionDone(1, { all: true }))
      await run('dropUnused', () => buffer.dropUnused())
      await run('deleteAll', () => buffer.deleteAll())
      await run('wipe', () => buffer.wipe())
      return seen
    }, freshName())
    expect(transactions).toHaveLength(18)
    expect(new Set(transactions.map(({ call }) => call)).size).toBe(18)
    expect(new Set(transactions.map((one) => `${one.mode} ${one.durability}`))).toEqual(new Set(['readwrite strict']))
  })

  test('a write that fails half-way leaves nothing behind', async () => {
    const page = await browser.open()
    const result = await page.evaluate(
      async ({ name, START }) => {
        const { openBuffer, click } = shoptrace
        let ids = 0
        const makeId = () => {
          ids += 1
          // The idle end of the first session takes id 2; the new session's id fails after it was written.
          if (ids === 3) throw new Error('no more ids')
          return crypto.randomUUID()
        }
        let now = START
        const buffer = await openBuffer({ name, makeId, now: () => now })
        await buffer.putAction({ tab_id: 1, captured: click(0, { timestamp: START }) })
        const before = await buffer.openSession()
        now = START + 3_600_000
        const late = { tab_id: 2, captured: click(1, { timestamp: now }) }
        const error = await buffer.putAction(late).catch((thrown: Error) => thrown.message)
        const after = { session: await buffer.openSession(), counts: await buffer.counts() }
        const again = await buffer.putAction(late)
        return { error, before, after, seq: again.seq, tab: again.action.tab, ids }
      },
      { name: freshName(), START },
    )
    expect(result.error).toBe('no more ids')
    expect(result.after.session).toEqual(result.before)
    expect(result.after.counts.pending).toBe(1)
    // Item 2 is the idle end, written anew.
    expect([result.seq, result.tab]).toEqual([3, 1])
  })

  test('after kill -9 everything that was answered is there, and nothing is half there', async () => {
    const name = freshName()
    const answered: { seq: number; action_id: string }[] = []
    for (let round = 0; round < 4; round++) {
      const page = await browser.open()
      const enough = Promise.withResolvers<void>()
      await page.exposeFunction('answered', (one: { seq: number; action_id: string }) => {
        answered.push(one)
        if (answered.length >= (round + 1) * 40) enough.resolve()
      })
      const writing = page.evaluate(
        async ({ name, from }) => {
          const { openBuffer, click, draft, page } = shoptrace
          const tell = (globalThis as unknown as { answered(one: object): Promise<void> }).answered
          const buffer = await openBuffer({ name })
          for (let number = from; ; number++) {
            const document_id = crypto.randomUUID()
            const captured = page(`p${number}`, `<button name="buy">${'x'.repeat(20_000)}${number}</button>`)
            const place = await buffer.putObservation({ document_id, observation_no: 0, tab_id: 1, captured })
            await buffer.commitPrediction(draft(place, crypto.randomUUID()))
            const act = click(number, { document_id, timestamp: Date.now() })
            const { seq, action } = await buffer.putAction({ tab_id: 1, captured: act })
            void tell({ seq, action_id: action.action_id })
          }
        },
        { name, from: round * 100_000 },
      )
      writing.catch(() => {})
      await enough.promise
      await browser.kill()
      browser = await place.start()
    }

    const page = await browser.open()
    const found = await page.evaluate(async (name) => {
      const buffer = await shoptrace.openBuffer({ name })
      const items = []
      for (let after = 0; ; ) {
        const some = await buffer.items(after, 50)
        if (some.length === 0) break
        for (const { item } of some) {
          const { step_index = null, observation_id = null } =
            item.kind === 'gap'
              ? {}
              : (item.data as { step_index?: number } as { step_index?: number | null; observation_id?: string | null })
          items.push({ seq: item.seq, kind: item.kind, item_id: item.item_id, step_index, observation_id })
        }
        after = some.at(-1)?.item.seq ?? 0
      }
      return { items, session: await buffer.openSession() }
    }, name)
    const at = new Map(found.items.map((one) => [one.item_id, one]))
    expect(answered.length).toBeGreaterThanOrEqual(160)
    for (const { seq, action_id } of answered) expect(at.get(action_id)?.seq).toBe(seq)
    const actions = found.items.filter((one) => one.kind === 'action')
    // Counter and action are written together or not at all.
    expect(actions.map((one) => one.step_index)).toEqual(actions.map((_, index) => index))
    expect(found.session?.steps).toBe(actions.length)
    for (const one of actions) expect(at.has(one.observation_id ?? '')).toBe(true)
  })

  test('two pages and a worker at once: no seq and no step twice, predictions before their actions', async () => {
    const name = freshName()
    const pages = [await browser.open(), await browser.open()]
    const job = async ({ name, from, origin }: { name: string; from: number; origin: string | null }) => {
      const work = async (name: string, from: number) => {
        const { openBuffer, click, draft, id, page } = shoptrace
        const buffer = await openBuffer({ name })
        const outcomes: string[] = []
        const seen = () =>
          buffer.putObservation({ document_id: id(1), observation_no: 0, tab_id: 1, captured: page('a') })
        for (let round = 0; round < 60; round++) {
          const place = await seen()
          const [answer] = await Promise.all([
            buffer.commitPrediction(draft(place, crypto.randomUUID())),
            buffer.putAction({ tab_id: 1, captured: click(from + round, { timestamp: Date.now() }) }),
            seen(),
          ])
          outcomes.push(answer.committed ? 'committed' : answer.reason)
        }
        return outcomes
      }
      if (origin === null) return work(name, from)
      const code = `importScripts(${JSON.stringify(`${origin}/shoptrace.js`)}); (${work})(${JSON.stringify(name)}, ${from}).then(postMessage)`
      const worker = new Worker(URL.createObjectURL(new Blob([code])))
      return new Promise<string[]>((resolve, reject) => {
        worker.onmessage = (event) => resolve(event.data)
        worker.onerror = (event) => reject(new Error(event.message))
      })
    }
    const outcomes = await Promise.all([
      pages[0]?.evaluate(job, { name, from: 0, origin: null }),
      pages[1]?.evaluate(job, { name, from: 10_000, origin: null }),
      pages[0]?.evaluate(job, { name, from: 20_000, origin: place.origin }),
    ])
    const all = outcomes.flatMap((one) => one ?? [])
    expect(all).toHaveLength(180)
    // Both ways the race can go did happen.
    expect(new Set(all)).toEqual(new Set(['committed', 'action_came_first']))

    const items = await (pages[0] as Page).evaluate(
      async (name) => (await (await shoptrace.openBuffer({ name })).items(0, 10_000)).map((one) => one.item),
      name,
    )
    const actions = items.flatMap((one) => (one.kind === 'action' ? [one] : []))
    const taken = new Map(actions.map((one) => [one.data.step_index, one.seq]))
    expect([...taken.keys()].sort((a, b) => Number(a) - Number(b))).toEqual(actions.map((_, index) => index))
    expect(actions).toHaveLength(180)
    for (const one of items) {
      if (one.kind === 'prediction') expect(one.seq).toBeLessThan(taken.get(one.data.step_index) ?? 0)
    }
    expect(items.filter((one) => one.kind === 'observation')).toHaveLength(1)
  })

  test('a full disk is told as what it is, loses nothing, and ends', async () => {
    // A profile of its own: Chromium remembers for a while how much room an origin had.
    const small = await bufferInChromium()
    onTestFinished(() => small.close())
    const { context, open } = await small.start()
    const page = await open()
    const name = freshName()
    const cdp = await context.newCDPSession(page)
    const { origin } = small
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 })
    await page.evaluate(async (name) => {
      const { openBuffer, click } = shoptrace
      const buffer = await openBuffer({ name })
      await buffer.putAction({ tab_id: 1, captured: click(0, { timestamp: Date.now() }) })
      Object.assign(globalThis, { buffer })
    }, name)
    const put = (number: number) =>
      page.evaluate(async (number) => {
        const { page, id } = shoptrace
        const { buffer } = globalThis as unknown as { buffer: Awaited<ReturnType<typeof shoptrace.openBuffer>> }
        const noise = Array.from({ length: 500_000 }, () => String.fromCharCode(32 + Math.random() * 90)).join('')
        const captured = page(`big${number}`, noise)
        const seen = { document_id: id(number), observation_no: 0, tab_id: 1, captured }
        const answer = await buffer.putObservation(seen).catch((error: Error) => error)
        const counts = await buffer.counts()
        return answer instanceof Error
          ? { name: answer.name, message: answer.message, cause: String(answer.cause), counts }
          : { name: 'stored', message: '', cause: '', counts }
      }, number)

    const full = await put(1)
    expect(full).toMatchObject({ name: 'BufferFullError', counts: { pending: 1 } })
    expect(full.message).toMatch(/Free some disk space/)
    expect(full.cause).toMatch(/Quota/)
    await cdp.send('Storage.overrideQuotaForOrigin', { origin })
    expect(await put(1)).toMatchObject({ name: 'stored', counts: { pending: 1, unused: 1 } })
    const steps = await page.evaluate(
      async (name) => (await (await shoptrace.openBuffer({ name })).openSession())?.steps,
      name,
    )
    expect(steps).toBe(1)
  })

  test('a transaction that the browser gives up after its requests succeeded is no success', async () => {
    const page = await browser.open()
    const result = await page.evaluate(async (name) => {
      const buffer = await shoptrace.openBuffer({ name })
      const original = IDBObjectStore.prototype.add
      IDBObjectStore.prototype.add = function (...args) {
        const request = original.apply(this, args)
        const { transaction } = this
        // The last word of the transaction, after every handler of the request.
        request.addEventListener('success', () => queueMicrotask(() => queueMicrotask(() => transaction.abort())))
        return request
      }
      const done = { tab_id: 1, captured: shoptrace.click(0) }
      const error = await buffer.putAction(done).catch((thrown: Error) => thrown)
      IDBObjectStore.prototype.add = original
      const between = await buffer.counts()
      const again = await buffer.putAction(done)
      return { name: error instanceof Error ? error.name : 'stored', between, again }
    }, freshName())
    expect(result).toMatchObject({
      name: 'BufferFullError',
      between: { pending: 0 },
      again: { duplicate: false, seq: 1 },
    })
  })

  test('seq is never given twice: not after deleting, wiping, an abort, or a restart', async () => {
    const name = freshName()
    const seqs: number[] = []
    const put = async (page: Page, number: number) =>
      page.evaluate(
        async ({ name, number }) => {
          const buffer = await shoptrace.openBuffer({ name })
          return (await buffer.putAction({ tab_id: 1, captured: shoptrace.click(number) })).seq
        },
        { name, number },
      )
    let page = await browser.open()
    seqs.push(await put(page, 0), await put(page, 1))
    await page.evaluate(async (name) => (await shoptrace.openBuffer({ name })).deleteSteps({ seqs: [1, 2] }), name)
    seqs.push(await put(page, 2))
    await page.evaluate(async (name) => (await shoptrace.openBuffer({ name })).wipe(), name)
    seqs.push(await put(page, 3))
    await page.evaluate(async (name) => (await shoptrace.openBuffer({ name })).wipe(), name)
    await browser.kill()
    browser = await place.start()
    page = await browser.open()
    seqs.push(await put(page, 4))
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
    expect(seqs[0]).toBe(1)
  })

  test('version steps run in order, once; a failing one changes nothing and says so', async () => {
    const page = await browser.open()
    const result = await page.evaluate(async (name) => {
      const { openBuffer, openDB, migrations, click } = shoptrace
      type Step = (typeof migrations)[number]
      const ran: string[] = []
      const first = await openBuffer({ name })
      await first.putAction({ tab_id: 1, captured: click(0) })
      first.close()

      const second: Step = async (_, transaction) => {
        ran.push('second')
        let cursor = await transaction.objectStore('items').openCursor()
        while (cursor) {
          await cursor.update({ ...cursor.value, bytes: 1 })
          cursor = await cursor.continue()
        }
      }
      const failing: Step = async (database, transaction) => {
        ran.push('failing')
        database.createObjectStore('extra' as never)
        await transaction.objectStore('items').clear()
        throw new Error('cannot read an old row')
      }
      const steps = [...migrations, second, failing]
      const error = await openBuffer({ name, migrations: steps }).catch((thrown: Error) => thrown)
      const raw = await openDB(name)
      const untouched = {
        version: raw.version,
        stores: [...raw.objectStoreNames].includes('extra' as never),
        bytes: (await raw.get('items', 1)).bytes,
      }
      raw.close()
      const stillThere = await openBuffer({ name })
      const counts = await stillThere.counts()
      stillThere.close()
      const sync: Step = () => {
        throw new Error('at once')
      }
      const atOnce = await openBuffer({ name, migrations: [...migrations, sync] }).catch((thrown: Error) => thrown)

      const third: Step = () => void ran.push('third')
      const upgraded = await openBuffer({ name, migrations: [...migrations, second, third] })
      upgraded.close()
      const again = await openBuffer({ name, migrations: [...migrations, second, third] })
      again.close()
      const after = await openDB(name)
      const bytes = (await after.get('items', 1)).bytes
      after.close()
      const old = await openBuffer({ name }).catch((thrown: Error) => thrown)
      return {
        error: error instanceof Error ? [error.name, error.message] : null,
        atOnce: atOnce instanceof Error ? [atOnce.name, atOnce.message] : null,
        untouched,
        counts,
        ran,
        bytes,
        old: old instanceof Error ? [old.name, old.message] : null,
      }
    }, freshName())
    expect(result.error?.[0]).toBe('BufferMigrationError')
    const version = migrations.length
    expect(result.error?.[1]).toContain(`version ${version + 1} to ${version + 2}: cannot read an old row. Nothing was`)
    expect(result.atOnce?.[1]).toContain(`version ${version} to ${version + 1}: at once`)
    expect(result.untouched).toMatchObject({ version, stores: false })
    expect(result.untouched.bytes).toBeGreaterThan(1)
    expect(result.counts.pending).toBe(1)
    expect(result.ran).toEqual(['second', 'failing', 'second', 'third'])
    expect(result.bytes).toBe(1)
    expect(result.old?.[0]).toBe('BufferOutdatedError')
  })

  test('an open page makes way for an upgrade; a stubborn one is named', async () => {
    const name = freshName()
    const [older, newer] = [await browser.open(), await browser.open()]
    await older.evaluate(async (name) => {
      const buffer = await shoptrace.openBuffer({ name })
      await buffer.putAction({ tab_id: 1, captured: shoptrace.click(0) })
      Object.assign(globalThis, { buffer })
    }, name)
    const upgrade = (extra: number) =>
      newer.evaluate(
        async ({ name, extra }) => {
          const { openBuffer, migrations } = shoptrace
          const steps = [...migrations, ...Array.from({ length: extra }, () => () => {})]
          const buffer = await openBuffer({ name, migrations: steps, blocked_ms: 50 }).catch((error: Error) => error)
          if (buffer instanceof Error) return `${buffer.name}: ${buffer.message}`
          const { pending } = await buffer.counts()
          buffer.close()
          return pending
        },
        { name, extra },
      )
    expect(await upgrade(1)).toBe(1)
    const told = await older.evaluate(async () => {
      const { buffer } = globalThis as unknown as { buffer: Awaited<ReturnType<typeof shoptrace.openBuffer>> }
      return buffer.counts().then(
        () => 'no error',
        (error: Error) => `${error.name}: ${error.message}`,
      )
    })
    expect(told).toMatch(/^BufferOutdatedError: .*Reload this page/)

    await older.evaluate(async (name) => {
      Object.assign(globalThis, { stubborn: await shoptrace.openDB(name) })
    }, name)
    expect(await upgrade(2)).toMatch(/^BufferBlockedError: .*Close it/)
    await older.evaluate(() => (globalThis as unknown as { stubborn: IDBDatabase }).stubborn.close())
    expect(await upgrade(2)).toBe(1)
  })

  test('a connection that the browser ends comes back by itself', async () => {
    const name = freshName()
    const page = await browser.open()
    await page.evaluate(async (name) => {
      const buffer = await shoptrace.openBuffer({ name })
      await buffer.putAction({ tab_id: 1, captured: shoptrace.click(0) })
      Object.assign(globalThis, { buffer })
    }, name)
    const cdp = await browser.context.newCDPSession(page)
    await cdp.send('Storage.clearDataForOrigin', { origin: place.origin, storageTypes: 'indexeddb' })
    const result = await page.evaluate(async () => {
      const { buffer } = globalThis as unknown as { buffer: Awaited<ReturnType<typeof shoptrace.openBuffer>> }
      await buffer.putAction({ tab_id: 1, captured: shoptrace.click(1) })
      return buffer.counts()
    })
    expect(result.pending).toBe(1)
  })

  test('an observation id is the same here as anywhere', async () => {
    const page = await browser.open()
    const here = await page.evaluate(async (name) => {
      const { openBuffer, page, id } = shoptrace
      const buffer = await openBuffer({ name })
      const seen = { document_id: id(1), observation_no: 0, tab_id: 1, captured: page('é') }
      return (await buffer.putObservation(seen)).observation_id
    }, freshName())
    const { observationId } = await import('../../schemas/observationId.ts')
    const { page: make } = await import('./material.ts')
    expect(here).toBe(await observationId(make('é')))
    expect(id(1)).toHaveLength(36)
  })
})
