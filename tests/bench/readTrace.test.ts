import { expect, test } from 'vitest'
import { BEGIN, END, readTrace, type TraceEvent } from '../../bench/browser/readTrace.ts'

const at = (name: string, ts: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  pid: 1,
  tid: 1,
  ts,
  tts: ts / 2,
  ...more,
})

const task = (ts: number, dur: number, tdur: number, more: Partial<TraceEvent> = {}): TraceEvent =>
  at('RunTask', ts, { dur, tdur, ...more })

test('tasks of the marked thread between the marks, the busiest first', () => {
  const { tasks } = readTrace([
    task(5000, 90_000, 90_000),
    at(END, 9_000_000),
    task(20_000, 50_000, 4000),
    task(9_500_000, 70_000, 70_000),
    task(30_000, 9000, 8000),
    task(40_000, 80_000, 80_000, { tid: 2 }),
    task(40_000, 80_000, 80_000, { pid: 2 }),
    at(BEGIN, 10_000),
  ])
  expect(tasks).toEqual([
    { wall: 9, cpu: 8 },
    { wall: 50, cpu: 4 },
  ])
})

test('sections run from a mark to the next that closes it', () => {
  const trace = readTrace([
    at(BEGIN, 0),
    at('to', 1000),
    at('from', 2000),
    at('to', 4000),
    at('to', 5000),
    at('from', 6000),
    at('from', 8000),
    at('to', 9000),
    at('from', 9500),
    at(END, 10_000),
  ])
  expect(trace.sections('from', 'to')).toEqual([
    { wall: 2, cpu: 1 },
    { wall: 1, cpu: 0.5 },
  ])
})

test('a trace without its marks is no measurement', () => {
  expect(() => readTrace([at(BEGIN, 0), task(1, 1, 1)])).toThrow('run the suite again')
})
