import { describe, expect, test } from 'vitest'
import { isOptionLabel, matchControl, matchSection } from '../../src/page/matchWords.ts'

describe('controls', () => {
  test.each([
    ['Add to Cart – $29.99', 'add_to_cart'],
    ['Add 2 items to basket', 'add_to_cart'],
    ['Zum Warenkorb hinzufügen', 'add_to_cart'],
    ['Warenkorb (3)', 'view_cart'],
    ['Mon panier', 'view_cart'],
    ['Jetzt kaufen', 'buy_now'],
    ['Купить', 'buy_now'],
    ['Proceed to checkout', 'checkout'],
    ['Kostenpflichtig bestellen', 'place_order'],
    ['Place your order', 'place_order'],
    ['Entfernen', 'remove'],
    ['Delete', 'remove'],
    ['Menge:', 'quantity'],
    ['Qty', 'quantity'],
    ['›', 'next'],
    ['Page suivante', 'next'],
    ['前へ', 'previous'],
    ['1,234 ratings', 'view_reviews'],
    ['Review your order', 'checkout'],
    ['4.5 out of 5 stars', 'rating'],
    ['Sort by: Price', 'sort_by'],
    ['Suchen', 'search_button'],
    ['Add to wish list', 'add_to_wishlist'],
    ['Promo code', 'coupon'],
    ['+', 'increase_quantity'],
    ['−', 'decrease_quantity'],
  ])('%s is %s', (text, concept) => expect(matchControl(text)).toBe(concept))

  test.each([
    'Buy again',
    'Cartoon',
    'Join Prime to buy this item',
    'Next day delivery',
    'Searching for Bobby',
    '',
    'Research',
  ])('“%s” is no well-known control', (text) => expect(matchControl(text)).toBeNull())
})

test.each([
  ['Filter by', 'refinements'],
  ['Kundenrezensionen', 'reviews'],
  ['Cart review', 'mini_cart'],
  ['Order review', null],
  ['search suggestions', 'suggestions'],
  ['Breadcrumbs', 'breadcrumb'],
  ['Filters for coffee machines', null],
])('section %s is %s', (text, section) => expect(matchSection(text)).toBe(section))

test.each([
  ['Colour: red', true],
  ['Größe', true],
  ['Select a size', true],
  ['尺码', true],
  ['Shipping', false],
])('option label %s: %s', (text, is) => expect(isOptionLabel(text)).toBe(is))
