import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import type { Acknowledgement } from '../../schemas/index.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { seededRandom } from '../../src/score/seededRandom.ts'
import { batchOf, clickItem, consentOf, temporaryFolder, testStudy, tokenOf, uuidOf } from './support.ts'

const BATCHES = 80
const ITEMS = 10
const PARTICIPANTS = [1, 2, 3]

/** Starts a collector as a child process; resolves when it listens. */
async function spawnCollector(study: string, store: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'collectorProcess.ts'), study, store], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const kill = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return { url, kill }
}

test('killed again and again in the middle of batches, it stores everything exactly once', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder()
  const study = join(folder, 'study.json')
  writeFileSync(study, JSON.stringify(testStudy))
  const address = `sqlite:${folder}/store.sqlite`
  const random = seededRandom(20_261_123)

  // Neighbouring batches overlap by one item, as after a device that lost its own acknowledgement.
  const waiting = PARTICIPANTS.flatMap((participant) =>
    Array.from({ length: BATCHES }, (_, n) => {
      const items = Array.from({ length: ITEMS + 1 }, (_, i) =>
        clickItem(n * ITEMS + i + 1, `click ${n} ${i}`.padEnd(2000)),
      )
      const id = participant * 1000 + n
      return { participant, id, body: gzipSync(JSON.stringify(batchOf(participant, id, items))) }
    }),
  )
  const total = BATCHES * ITEMS + 1
  const acknowledged = new Map<number, Acknowledgement[]>()
  let kills = 0
  let lostAnswers = 0

  const pending = new Set(waiting)
  for (let life = 0; pending.size > 0; life++) {
    const collector = await spawnCollector(study, address)
    for (const n of PARTICIPANTS) {
      const enrolled = await fetch(`${collector.url}/v1/participants/${uuidOf(n)}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${tokenOf(n)}` },
        body: JSON.stringify({ consent: consentOf(n) }),
      })
      expect(enrolled.status).toBe(life === 0 ? 201 : 200)
    }
    const killAfter = life < 5 ? 5 + Math.floor(random() * 30) : Number.POSITIVE_INFINITY
    let answers = 0
    let killed: Promise<void> | undefined
    const queue = [...pending]
    const sender = async () => {
      for (let batch = queue.shift(); batch && !killed; batch = queue.shift()) {
        const sent = fetch(`${collector.url}/v1/batches`, {
          method: 'POST',
          headers: { authorization: `Bearer ${tokenOf(batch.participant)}`, 'content-encoding': 'gzip' },
          body: batch.body,
        }).then((response) => response.json() as Promise<Acknowledgement>)
        const answer = await sent.catch(() => null)
        if (!answer) {
          lostAnswers += 1
          continue
        }
        expect(answer).toMatchObject({ rejected: [] })
        // Every tenth answer is lost on the way back: the device sends the batch again.
        acknowledged.set(batch.id, [...(acknowledged.get(batch.id) ?? []), answer])
        if (random() > 0.1) pending.delete(batch)
        if (++answers >= killAfter && !killed) killed = collector.kill()
      }
    }
    await Promise.all(Array.from({ length: 8 }, sender))
    if (killed) kills += 1
    await (killed ?? collector.kill())
  }

  expect(kills).toBe(5)
  expect(lostAnswers).toBeGreaterThan(0)
  const repeated = [...acknowledged.values()].filter((answers) => answers.length > 1)
  expect(repeated.length).toBeGreaterThan(10)
  for (const [first, ...again] of repeated) for (const answer of again) expect(answer).toEqual(first)

  const store = await openStore(address, { create: false })
  onTestFinished(() => store.close())
  for (const n of PARTICIPANTS) {
    const items = await Array.fromAsync(store.items(uuidOf(n)))
    expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: total }, (_, i) => i + 1))
    const batches = await Array.fromAsync(store.batches(uuidOf(n)))
    expect(batches).toHaveLength(BATCHES)
    expect(batches.reduce((sum, { acknowledgement }) => sum + acknowledgement.stored, 0)).toBe(total)
  }
  expect(await store.counts()).toEqual({ participants: 3, withdrawn: 0, items: 3 * total })
})
