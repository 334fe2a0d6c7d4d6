import { expect, test } from 'vitest'
import { isPurchase } from '../../src/dataset/isPurchase.ts'
import { click } from './trace.ts'

test.each([
  ['buy_box.buy_now', true],
  ['buy_box.buy_it_now', true],
  ['checkout', true],
  ['cart.proceed_to_checkout', true],
  ['cart.checkout_2', true],
  ['cart.check_out_as_guest', true],
  ['summary.place_order', true],
  ['summary.place_your_order', true],
  ['payment.complete_purchase', true],
  ['warenkorb.zur_kasse', true],
  ['resumen.finalizar_compra', true],
  ['buy_box.add_to_cart', false],
  ['checkout.back_to_cart', false],
  ['buy_now.see_details', false],
  ['orders.order_history', false],
  ['buy_box.add_to_order', false],
])('a purchase click on %s: %s', (name, expected) => {
  const item = click(1, 0, { name, click_type: 'purchase' })
  expect(item.kind === 'action' && isPurchase(item.data)).toBe(expected)
  const other = click(1, 0, { name, click_type: 'nav_bar' })
  expect(other.kind === 'action' && isPurchase(other.data)).toBe(false)
})
