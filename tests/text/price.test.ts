import { expect, test } from 'vitest'
import { hasPrice, PRICE } from '../../src/text/price.ts'

test.each([
  'Rp1.190.000',
  'Rp. 45.000',
  'Rs. 500',
  '₹1,299',
  'US $12.99',
  'R$ 12,90',
  'RM12.50',
  '199.00 SAR',
  '215,500 VNĐ',
  '600.000đ',
  '12.500.000₫',
  '250 บาท',
  '19000 TL',
  '1 599 ₽',
  '299.00 ر.س',
  '٢٩٩ ج.م',
  '۱۲۰٬۰۰۰ تومان',
  '₦5,000',
])('%s is an amount of money, and all of it', (text) => {
  expect(hasPrice(text)).toBe(true)
  expect(text.replace(PRICE, '').trim()).toMatch(/^R?$/)
})

test.each([
  'US 8',
  'EU 42',
  'USB3',
  'AirPods2',
  'Hours 12',
  'Chairs 4',
  '16 prints',
  '3 đồng hồ',
  '4.9',
  'Size M',
  '۱۲ عدد',
])('%s is none', (text) => expect(hasPrice(text)).toBe(false))
