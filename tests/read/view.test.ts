import { expect, test } from 'vitest'
import { View } from '../../src/read/view.ts'

const element = (): Element => ({}) as Element
const viewOf = (reading: string, ...elements: Element[]): View =>
  new View(
    reading,
    elements.map((each) => [each]),
    new WeakMap(elements.map((each, number) => [each, number])),
  )

test('what searches is unknown until the background has told, and known to later views from then on', () => {
  const [field, button] = [element(), element()]
  const view = viewOf('one', field, button)
  expect(view.searches(button)).toBeNull()
  view.understand({ page_type: 'home', excluded: false, searches: [1] })
  expect([view.searches(button), view.searches(field), view.searches(element())]).toEqual([true, false, false])
  // The field was typed into: another view, of which nothing is known yet.
  const later = viewOf('two', field, button)
  expect([later.searches(button), later.searches(field)]).toEqual([true, null])
  // What it searched before, it may not search any more.
  later.understand({ page_type: 'home', excluded: false, searches: [] })
  expect(later.searches(button)).toBe(false)
})

test('a view takes over the elements of another of the same content alone', () => {
  const [old, fresh] = [element(), element()]
  const view = viewOf('same', old)
  expect(view.adopt(viewOf('other', fresh))).toBe(false)
  expect(view.numberOf(fresh)).toBeNull()
  expect(view.adopt(viewOf('same', fresh))).toBe(true)
  expect([view.numberOf(old), view.numberOf(fresh)]).toEqual([null, 0])
  view.understand({ page_type: 'home', excluded: false, searches: [0] })
  expect(viewOf('later', fresh).searches(fresh)).toBe(true)
})
