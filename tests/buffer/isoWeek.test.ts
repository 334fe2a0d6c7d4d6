import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { isoWeek } from '../../src/buffer/isoWeek.ts'
import { click, freshBuffer, id, scroll } from './material.ts'

const local = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime()

// Dates and weeks from ISO 8601 itself and from its calendar.
test.each([
  [2005, 0, 1, '2004-W53'],
  [2005, 0, 2, '2004-W53'],
  [2007, 11, 31, '2008-W01'],
  [2008, 0, 1, '2008-W01'],
  [2010, 0, 3, '2009-W53'],
  [2024, 11, 30, '2025-W01'],
  [2026, 10, 23, '2026-W48'],
  [2026, 10, 29, '2026-W48'],
  [2026, 10, 30, '2026-W49'],
  [2027, 0, 3, '2026-W53'],
])('%i-%i-%i is in %s', (year, month, day, week) => {
  expect(isoWeek(local(year, month, day))).toBe(week)
  expect(isoWeek(local(year, month, day, 23, 59))).toBe(week)
})

test('steps count toward the week they were taken in, once, and what is deleted stays counted', async () => {
  const { buffer, clock } = await freshBuffer()
  const sunday = local(2026, 10, 29, 23, 50)
  const monday = local(2026, 10, 30, 0, 10)
  clock.now = monday
  const put = (n: number, timestamp: number) =>
    buffer.putAction({ tab_id: 1, captured: click(n, { document_id: id(1), timestamp }) })
  await put(0, sunday)
  await put(0, sunday)
  await buffer.putAction({ tab_id: 1, captured: scroll(1, { timestamp: sunday + 1 }) })
  const second = await put(2, monday)
  expect(await buffer.week(sunday)).toEqual({ sessions: 1, steps: 1 })
  expect(await buffer.week(monday)).toEqual({ sessions: 0, steps: 1 })
  await put(3, monday + 60 * 60_000)
  await buffer.deleteSteps({ seqs: [second.seq] })
  await buffer.prune(monday, 0)
  expect(await buffer.week(monday)).toEqual({ sessions: 1, steps: 2 })
  expect(await buffer.week(local(2027, 0, 1))).toEqual({ sessions: 0, steps: 0 })
  await buffer.wipe()
  expect(await buffer.week(monday)).toEqual({ sessions: 0, steps: 0 })
})
