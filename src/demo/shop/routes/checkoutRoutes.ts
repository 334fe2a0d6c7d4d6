import type { Context, Hono } from 'hono'
import { addressPage, confirmationPage, paymentPage, reviewPage } from '../pages/checkoutPages.ts'
import { hashText } from '../seededRandom.ts'
import { totalsOf } from '../session/cart.ts'
import type { Address, ShopSession } from '../session/shopSession.ts'
import type { Shop } from '../shop.ts'
import { formTexts, respond } from './respond.ts'

/** An address out of a posted form; missing parts are empty. */
export function readAddress(form: Record<string, string>): Address {
  const { name = '', email = '', phone = '', street = '', city = '', region = '', postcode = '' } = form
  return { name, email, phone, street, city, region, postcode }
}

const selectedOf = (session: ShopSession) => session.cart.filter((line) => line.selected)

const orderNumber = (session: ShopSession): string => {
  const digits = String(hashText(`${session.id} ${session.orders.length}`)).padStart(10, '0')
  return `HP-${digits.slice(0, 3)}-${digits.slice(3)}`
}

/** From the cart to the confirmation: address, payment, review. `/checkout` leads to the first that is missing. */
export function addCheckoutRoutes(app: Hono, shop: Shop): void {
  const next = (session: ShopSession): string => {
    if (selectedOf(session).length === 0) return '/cart'
    if (!session.address) return '/checkout/address'
    return session.payment ? '/checkout/review' : '/checkout/payment'
  }
  const forward = (c: Context) => c.redirect(next(shop.sessions(c)), 303)

  app.get('/checkout', forward)
  app.get('/checkout/address', (c) => {
    const session = shop.sessions(c)
    return respond(c, { session, title: 'Delivery address', body: addressPage(session, '/checkout/address') })
  })
  app.post('/checkout/address', async (c) => {
    shop.sessions(c).address = readAddress(await formTexts(c))
    return forward(c)
  })
  app.get('/checkout/payment', (c) => respond(c, { session: shop.sessions(c), title: 'Payment', body: paymentPage() }))
  app.post('/checkout/payment', async (c) => {
    const { method, card_number: number = '' } = await formTexts(c)
    const digits = number.replace(/\D/g, '')
    shop.sessions(c).payment =
      method === 'card' && digits.length >= 12 ? `Card ending in ${digits.slice(-4)}` : 'Pay on delivery'
    return forward(c)
  })
  app.get('/checkout/review', (c) => {
    const session = shop.sessions(c)
    const wanted = next(session)
    if (wanted !== '/checkout/review') return c.redirect(wanted, 303)
    return respond(c, { session, title: 'Review your order', body: reviewPage(session, shop.products) })
  })
  app.post('/checkout/place', (c) => {
    const session = shop.sessions(c)
    const { address, payment } = session
    if (next(session) !== '/checkout/review' || !address || !payment) return forward(c)
    const lines = selectedOf(session)
    const order = { number: orderNumber(session), lines, total: totalsOf(lines, shop.products).total, address, payment }
    session.orders.unshift(order)
    session.cart = session.cart.filter((line) => !line.selected)
    return c.redirect(`/order/${order.number}/thank-you`, 303)
  })
  for (const path of ['/order/:number', '/order/:number/thank-you'])
    app.get(path, (c) => {
      const session = shop.sessions(c)
      const order = session.orders.find(({ number }) => number === c.req.param('number'))
      if (!order) return c.notFound()
      return respond(c, { session, title: 'Order placed', body: confirmationPage(order, shop.products) })
    })
}
