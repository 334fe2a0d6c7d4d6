import { expect, test } from 'vitest'
import { shortReadings } from '../../src/content/shortReadings.ts'

const LONG = 'a page says much. '.repeat(1000)

function setUp() {
  const clock = { now: 0 }
  const readings = shortReadings(() => clock.now)
  return { clock, ...readings }
}

test('a reading is said by what changed, once the background has answered', () => {
  const { shorten, answered } = setUp()
  expect(shorten(0, LONG)).toBe(LONG)
  expect(shorten(1, `${LONG}!`)).toBe(`${LONG}!`)
  answered(true)
  expect(shorten(2, `${LONG}!?`)).toEqual({ of: 1, at: LONG.length + 1, cut: 0, put: '?' })
  expect(shorten(2, `${LONG}!?`)).toEqual({ of: 2, at: LONG.length + 2, cut: 0, put: '' })
})

test('it is said whole where the background may have forgotten, where it is short, and where much has changed', () => {
  const { clock, shorten, answered } = setUp()
  shorten(0, LONG)
  answered(true)
  clock.now = 20_001
  expect(shorten(1, `${LONG}!`)).toBe(`${LONG}!`)
  answered(true)
  expect(shorten(2, 'short')).toBe('short')
  expect(shorten(3, LONG)).toBe(LONG)
  answered(false)
  expect(shorten(4, `${LONG}!`)).toBe(`${LONG}!`)
})
