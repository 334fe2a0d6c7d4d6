import { describe, expect, test } from 'vitest'
import { isAddLabel, isDetailsLabel, isOptionLabel, matchControl, matchSection } from '../../src/page/matchWords.ts'

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
    ['＋', 'increase_quantity'],
    ['－', 'decrease_quantity'],
    // Vowels that are written or not, letters that are written in two ways, a capital that leaves a dot behind.
    ['اشترِ الآن', 'buy_now'],
    ['إضافة الي السلة', 'add_to_cart'],
    ['افزودن به سبد خريد', 'add_to_cart'],
    ['SİPARİŞ VER', 'place_order'],
    ['Tambah ke Keranjang', 'add_to_cart'],
    ['Keranjang (2)', 'view_cart'],
    ['Hapus', 'remove'],
    ['Bayar', 'checkout'],
    ['Thêm vào giỏ hàng', 'add_to_cart'],
    ['Tìm kiếm...', 'search_button'],
    ['Số lượng:', 'quantity'],
    ['Xóa bộ lọc', 'clear_filters'],
    ['หยิบใส่ตะกร้า', 'add_to_cart'],
    ['ตะกร้าสินค้า', 'view_cart'],
    ['कार्ट में जोड़ें', 'add_to_cart'],
    ['הוסף לסל', 'add_to_cart'],
    ['Προσθήκη στο καλάθι', 'add_to_cart'],
    ['Перейти в корзину', 'view_cart'],
    ['Finalizar compra', 'checkout'],
    ['Urutkan', 'sort_by'],
  ])('%s is %s', (text, concept) => expect(matchControl(text)).toBe(concept))

  test.each([
    'Buy again',
    'Cartoon',
    'Join Prime to buy this item',
    'Next day delivery',
    'Searching for Bobby',
    '',
    'Research',
    'สินค้าในตะกร้า',
    'Lihat Semua',
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

test.each([
  ['View details', true],
  ['Detay', true],
  ['Xem chi tiết', true],
  ['Подробнее', true],
  ['View all', false],
  ['Detailing brush', false],
])('“%s” names nothing: %s', (text, isDetails) => expect(isDetailsLabel(text)).toBe(isDetails))

test.each([
  ['Add', true],
  ['+ Tambah', true],
  ['Add to list', false],
])('“%s” only adds: %s', (text, isAdd) => expect(isAddLabel(text)).toBe(isAdd))
