import { expect, test } from 'vitest'
import { createOutbox } from '../../src/content/createOutbox.ts'

function setUp(alive = true) {
  const controller = new AbortController()
  const timers: { task: () => void; ms: number }[] = []
  let stops = 0
  const kept: Record<string, unknown>[] = []
  const may = { keep: true }
  const drawn: (() => void)[] = []
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
    soon: (task) => drawn.push(task),
    signal: controller.signal,
  })
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  /** The page has drawn what was done. */
  const draw = () => {
    for (const task of drawn.splice(0)) task()
  }
  return { post: outbox.post, outbox, may, kept, timers, settle, draw, stops: () => stops }
}

test('what is not kept is posted before it returns: the last click before a navigation leaves', () => {
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

test('what is kept, or not wanted for itself, is posted when the page has drawn, in order', async () => {
  const { post, draw, settle } = setUp()
  const sent: string[] = []
  const told = (name: string) => async () => {
    sent.push(name)
    return { stop: false }
  }
  post(told('page'), keepsake('page', false))
  post(told('click'), keepsake('click', true))
  expect(sent).toEqual([])
  draw()
  expect(sent).toEqual(['page', 'click'])
  post(told('second'), keepsake('second', true))
  await settle()
  draw()
  expect(sent).toEqual(['page', 'click', 'second'])
})

test('what must not be lost and cannot be kept is posted at once, after all that was to wait', () => {
  const { post, may, draw } = setUp()
  const sent: string[] = []
  const told = (name: string) => () => {
    sent.push(name)
    return never()
  }
  may.keep = false
  post(told('page'), keepsake('page', false))
  post(told('click'), keepsake('click', true))
  expect(sent).toEqual(['page', 'click'])
  draw()
  expect(sent).toEqual(['page', 'click'])
})

test('a page that is left posts what waits', () => {
  const { post, outbox } = setUp()
  let posted = false
  post(
    () => {
      posted = true
      return never()
    },
    keepsake('click', true),
  )
  outbox.postNow()
  expect(posted).toBe(true)
})

test('what waits to be posted when all is repeated is posted once', async () => {
  const { post, timers, draw, settle } = setUp()
  const sent: string[] = []
  const told = (name: string) => () => {
    sent.push(name)
    return name === 'lost' ? Promise.reject(new Error('the worker died')) : never()
  }
  post(told('lost'))
  await settle()
  post(told('click'), keepsake('click', true))
  timers[0]?.task()
  draw()
  expect(sent).toEqual(['lost', 'lost', 'click'])
})

test('what must not be lost is kept before it is posted, with all that is not answered yet, each once', async () => {
  const { post, kept, draw, settle } = setUp()
  post(async () => ({ stop: false }), keepsake('answered', false))
  draw()
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
  draw()
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
