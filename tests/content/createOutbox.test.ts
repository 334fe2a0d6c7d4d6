import { expect, test } from 'vitest'
import { createOutbox } from '../../src/content/createOutbox.ts'

function setUp(alive = true) {
  const controller = new AbortController()
  const timers: { task: () => void; ms: number }[] = []
  let stops = 0
  const post = createOutbox({
    onStop: () => {
      stops++
      controller.abort()
    },
    isAlive: () => alive,
    setTimeout: (task, ms) => timers.push({ task, ms }),
    signal: controller.signal,
  })
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  return { post, timers, settle, stops: () => stops }
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
