import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { postViews } from '../../src/content/postViews.ts'
import type { PageView } from '../../src/read/port.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const view = (reading: string) => ({ reading }) as PageView

function setUp({ isFrame = false, visibilityState = 'visible' } = {}) {
  const document = Object.assign(new EventTarget(), { visibilityState })
  const start = Date.now()
  const performance = { now: () => Date.now() - start }
  const world = { document, performance, setTimeout, clearTimeout }
  const window = Object.assign(new EventTarget(), world) as unknown as Window
  const posted: string[] = []
  const controller = new AbortController()
  const views = postViews(window, isFrame, (no, { reading }) => posted.push(`${no} ${reading}`), controller.signal)
  const show = (state: string): void => {
    document.visibilityState = state
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return { views, posted, window, show, stop: () => controller.abort() }
}

test('a page is posted once it has settled, and what it was on the way is not', () => {
  const { views, posted } = setUp()
  views.seen(view('bare'))
  vi.advanceTimersByTime(50)
  views.seen(view('whole'))
  vi.advanceTimersByTime(50)
  expect(posted).toEqual([])
  vi.advanceTimersByTime(50)
  expect(posted).toEqual(['0 whole'])
  for (const step of ['one', 'two', 'three']) {
    views.seen(view(step))
    vi.advanceTimersByTime(200)
  }
  vi.advanceTimersByTime(100)
  expect(posted).toEqual(['0 whole', '1 three'])
})

test('a page that has long been there is posted as soon as it has changed', () => {
  const { views, posted } = setUp()
  vi.advanceTimersByTime(2000)
  views.seen(view('one'))
  views.seen(view('two'))
  expect(posted).toEqual(['0 one', '1 two'])
})

test('an action waits for nothing: its page is posted at once, and only once', () => {
  const { views, posted } = setUp()
  const page = view('page')
  views.seen(page)
  expect(views.numberOf(page)).toBe(0)
  expect(posted).toEqual(['0 page'])
  vi.runAllTimers()
  expect(posted).toEqual(['0 page'])
})

test.each([
  ['a frame', { isFrame: true }],
  ['a hidden tab', { visibilityState: 'hidden' }],
])('%s posts nothing by itself', (_, options) => {
  const { views, posted } = setUp(options)
  views.seen(view('page'))
  vi.runAllTimers()
  expect(posted).toEqual([])
})

test('a tab that is shown again posts its page again under its number, and one never shown posts it then', () => {
  const { views, posted, show } = setUp()
  views.seen(view('page'))
  vi.runAllTimers()
  show('hidden')
  show('visible')
  views.seen(view('next'))
  show('hidden')
  vi.runAllTimers()
  show('visible')
  expect(posted).toEqual(['0 page', '0 page', '1 next'])
})

test('a recorder that is stopped posts nothing more', () => {
  const { views, posted, stop } = setUp()
  views.seen(view('page'))
  stop()
  vi.runAllTimers()
  expect(posted).toEqual([])
})
