import { expect, test } from 'vitest'
import type { PredictedAction } from '../../schemas/index.ts'
import { isExactMatch } from '../../src/score/isExactMatch.ts'

const click = (name: string): PredictedAction => ({ type: 'click', name })
const search = (text: string, name = 'nav_bar.search_input'): PredictedAction => ({
  type: 'type_and_submit',
  name,
  text,
})
const terminate: PredictedAction = { type: 'terminate' }

test.each<[string, PredictedAction, PredictedAction, boolean]>([
  ['the same click', click('buy_box.add_to_cart'), click('buy_box.add_to_cart'), true],
  ['another name', click('buy_box.add_to_cart'), click('buy_box.buy_now'), false],
  ['a name in other case is another element', click('Buy'), click('buy'), false],
  [
    'click and type_and_submit on one element',
    click('nav_bar.search_input'),
    search('', 'nav_bar.search_input'),
    false,
  ],
  ['the same search', search('red shoes'), search('red shoes'), true],
  ['case and white space', search('  Red \t SHOES\n'), search('red shoes'), true],
  ['wide letters', search('ｒｅｄ shoes'), search('red shoes'), true],
  ['another text', search('red shoe'), search('red shoes'), false],
  ['no text guessed', search(''), search('red shoes'), false],
  ['another field', search('red', 'filters.brand_input'), search('red'), false],
  ['both terminate', terminate, terminate, true],
  ['terminate and click', terminate, click('x'), false],
  ['search and terminate', search('x'), terminate, false],
])('%s', (_, predicted, actual, expected) => {
  expect(isExactMatch(predicted, actual)).toBe(expected)
  expect(isExactMatch(actual, predicted)).toBe(expected)
})
