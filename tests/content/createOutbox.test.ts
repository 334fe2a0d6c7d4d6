import { expect, test } from 'vitest'
import { createOutbox } from '../../src/content/createOutbox.ts'

function setUp(alive = true) {
  const controller = new AbortController()
  const timers: { task: () => void; ms: number }[] = []
  let stops = 0
  const kept: Record<string, unknown>[] = []
  const may = { keep: true }
  const outbox = createOutbox({
    onStop: () => {
      stops++
      controller.abort()
    },
    isAlive: () => alive,
    keep(entries) {
      if (may.keep) kept.push(entries)
      return may.keep
    },
    setTimeout: (task, ms) => timers.push({ task, ms }),
    signal: controller.signal,
  })
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  return { post: outbox.post, outbox, may, kept, timers, settle, stops: () => stops }
}

test('posts before it returns: the last click before a navigation leaves', () => {
  const { post } = setUp()
  let posted = false
  post(async () => {
    posted = true
    return { stop: false }
  })
  expect(posted).toBe(true)
})

test('what the background did not answer is posted again, all of it, in order', async () => {
  const { post, timers, settle } = setUp()
  const sent: string[] = []
  let dead = true
  for (const name of ['observed', 'acted', 'scrolled']) {
    post(async () => {
      sent.push(name)
      if (dead) throw new Error('the worker died')
      return { stop: false }
    })
  }
  await settle()
  expect(timers).toHaveLength(1)
  dead = false
  timers[0]?.task()
  await settle()
  expect(sent).toEqual(['observed', 'acted', 'scrolled', 'observed', 'acted', 'scrolled'])
  expect(timers).toHaveLength(1)
})

test('waits longer after every failure, and never gives up', async () => {
  const { post, timers, settle } = setUp()
  post(async () => {
    throw new Error('still dead')
  })
  for (let turn = 0; turn < 12; turn++) {
    await settle()
    timers[turn]?.task()
  }
  await settle()
  const waits = timers.map(({ ms }) => ms)
  expect(waits.slice(0, 4)).toEqual([250, 500, 1000, 2000])
  expect(waits.at(-1)).toBe(15_000)
})

test('stops when told to, and posts nothing more', async () => {
  const { post, settle, stops } = setUp()
  post(async () => ({ stop: true }))
  await settle()
  let posted = false
  post(async () => {
    posted = true
    return { stop: false }
  })
  expect([stops(), posted]).toEqual([1, false])
})

test('stops when the extension is gone', async () => {
  const { post, settle, stops } = setUp(false)
  post(async () => {
    throw new Error('Extension context invalidated.')
  })
  await settle()
  expect(stops()).toBe(1)
})

const never = () => new Promise<{ stop: boolean }>(() => {})
const keepsake = (key: string, atOnce: boolean) => ({ key, entry: () => `what ${key} says`, atOnce })

test('what must not be lost is kept before it is posted, with all that is not answered yet, each once', async () => {
  const { post, kept, settle } = setUp()
  post(async () => ({ stop: false }), keepsake('answered', false))
  await settle()
  post(never)
  post(never, keepsake('page', false))
  expect(kept).toEqual([])
  let keptBefore = 0
  post(
    () => {
      keptBefore = kept.length
      return never()
    },
    keepsake('click', true),
  )
  post(never, keepsake('second', true))
  expect(keptBefore).toBe(1)
  expect(kept).toEqual([{ page: 'what page says', click: 'what click says' }, { second: 'what second says' }])
})

test('what could not be kept yet is kept as soon as it may, if it is not answered by then', async () => {
  const { post, outbox, may, kept, settle } = setUp()
  may.keep = false
  post(async () => ({ stop: false }), keepsake('stored', true))
  post(never, keepsake('waits', true))
  await settle()
  may.keep = true
  outbox.mayKeep()
  outbox.mayKeep()
  expect(kept.filter((entries) => Object.keys(entries).length > 0)).toEqual([{ waits: 'what waits says' }])
})
