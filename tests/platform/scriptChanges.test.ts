import { expect, test } from 'vitest'
import { type Script, scriptChanges } from '../../src/platform/scriptChanges.ts'

const whole = (...matches: string[]): Script => ({ id: 'recorder', matches, matchOriginAsFallback: true })
const paths = (...matches: string[]): Script => ({ id: 'recorder_paths', matches, matchOriginAsFallback: false })
const [A, B, C] = ['https://a.example/*', 'https://b.example/*', 'https://c.example/shop/*']

test.each([
  { known: [], wanted: [whole(A)], changed: [], added: ['recorder'], gone: [] },
  { known: [whole(A, B)], wanted: [whole(A, B)], changed: [], added: [], gone: [] },
  // Chromium gives patterns back sorted.
  { known: [whole(A, B)], wanted: [whole(B, A)], changed: [], added: [], gone: [] },
  { known: [whole(A)], wanted: [whole(A, B)], changed: ['recorder'], added: [], gone: [] },
  { known: [whole(A, B)], wanted: [whole(A)], changed: ['recorder'], added: [], gone: [] },
  { known: [whole(A)], wanted: [whole(A), paths(C)], changed: [], added: ['recorder_paths'], gone: [] },
  { known: [whole(A), paths(C)], wanted: [paths(C)], changed: [], added: [], gone: ['recorder'] },
])('what is registered stays so, but for what changed: $known, $wanted', ({ known, wanted, ...expected }) => {
  const { changed, added, gone } = scriptChanges(known, wanted)
  expect({ changed: changed.map(({ id }) => id), added: added.map(({ id }) => id), gone }).toEqual(expected)
})
