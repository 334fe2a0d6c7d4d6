import { expect, test } from 'vitest'
import { baseRates } from '../../src/predict/baseRates.ts'
import { listCandidates } from '../../src/predict/listCandidates.ts'
import type { KnownStep } from '../../src/predict/port.ts'
import { observation } from '../support/observation.ts'

const search =
  '<nav name="nav_bar" click_type="nav_bar"><input name="search" click_type="search" type="search"/><a name="cart">Cart</a></nav>'
const submitted = (text: string, name = 'nav_bar.search'): KnownStep => ({
  observation: null,
  action: { type: 'type_and_submit', timestamp: 1, name, text },
})
const textOf = (context: string, history: KnownStep[] = []): (string | null)[] =>
  listCandidates(observation(context), history).map(({ action }) => ('text' in action ? action.text : null))

test('a page offers a click on each element, type_and_submit in each text field, and terminate', () => {
  const context = `${search}<form name="form"><input name="mail" type="email"/><input name="gift" type="checkbox"/><textarea name="note"></textarea></form>`
  expect(listCandidates(observation(context), []).map(({ key, kind }) => [key, kind])).toEqual([
    ['click nav_bar.search', 'search'],
    ['type_and_submit nav_bar.search', 'type_and_submit'],
    ['click nav_bar.cart', 'nav_bar'],
    ['click form.mail', 'other'],
    ['click form.gift', 'other'],
    ['click form.note', 'other'],
    ['type_and_submit form.note', 'type_and_submit'],
    ['terminate', 'terminate'],
  ])
})

test('a page that names nothing offers terminate alone', () => {
  expect(listCandidates(observation(''), []).map(({ key }) => key)).toEqual(['terminate'])
})

test('a name that stands twice is one candidate', () => {
  const twice = '<a name="x">one</a><a name="x">two</a>'
  expect(listCandidates(observation(twice), []).map(({ key }) => key)).toEqual(['click x', 'terminate'])
})

test.each<[string, string, KnownStep[], string]>([
  ['nothing known', search, [], ''],
  ['the last query', search, [submitted('red shoes'), submitted('blue shoes')], 'blue shoes'],
  [
    'what stands in the field',
    search.replace('type="search"', 'type="search" value="green shoes"'),
    [submitted('red')],
    'green shoes',
  ],
])('the text guessed: %s', (_, context, history, text) => {
  expect(textOf(context, history)).toEqual([null, text, null, null])
})

test('base rates: each kind its published share, split evenly, summing to 1', () => {
  const buttons =
    '<button name="buy" click_type="purchase">Buy</button><a name="r1" click_type="review">a</a><a name="r2" click_type="review">b</a>'
  const rates = baseRates(listCandidates(observation(buttons), []))
  const total = 321 + 1052 + 208
  expect(rates).toEqual([321 / total, 1052 / total / 2, 1052 / total / 2, 208 / total])
  expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(1, 12)
  expect(baseRates([])).toEqual([])
})
