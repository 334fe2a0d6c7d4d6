import type { Hono } from 'hono'
import { accountPage, ordersPage, signInPage } from '../pages/accountPages.ts'
import { addressPage } from '../pages/checkoutPages.ts'
import { helpPage } from '../pages/helpPage.ts'
import { html } from '../render/html.ts'
import { JANE } from '../session/shopSession.ts'
import type { Shop } from '../shop.ts'
import { readAddress } from './checkoutRoutes.ts'
import { formTexts, ownPath, respond } from './respond.ts'

const signIn = (next: string) => `/sign-in?next=${encodeURIComponent(next)}`

/** Signing in and out, the account, and the help pages. */
export function addAccountRoutes(app: Hono, shop: Shop): void {
  app.get('/sign-in', (c) => {
    const next = ownPath(c.req.query('next'), '/account')
    return respond(c, { session: shop.sessions(c), title: 'Sign in', body: signInPage(next) })
  })
  app.post('/sign-in', async (c) => {
    const { next } = await formTexts(c)
    const session = shop.sessions(c)
    session.name = 'Jane'
    session.address ??= JANE
    return c.redirect(ownPath(next, '/account'), 303)
  })
  app.post('/sign-out', (c) => {
    const session = shop.sessions(c)
    session.name = null
    session.address = null
    session.payment = null
    return c.redirect('/', 303)
  })
  app.get('/account', (c) => {
    const session = shop.sessions(c)
    if (!session.name) return c.redirect(signIn('/account'), 303)
    return respond(c, { session, title: 'Your account', body: accountPage(session) })
  })
  app.get('/account/orders', (c) => {
    const session = shop.sessions(c)
    if (!session.name && session.orders.length === 0) return c.redirect(signIn('/account/orders'), 303)
    return respond(c, { session, title: 'Your orders', body: ordersPage(session) })
  })
  app.get('/account/addresses', (c) => {
    const session = shop.sessions(c)
    if (!session.name) return c.redirect(signIn('/account/addresses'), 303)
    return respond(c, { session, title: 'Your addresses', body: addressPage(session, '/account/addresses') })
  })
  app.post('/account/addresses', async (c) => {
    shop.sessions(c).address = readAddress(await formTexts(c))
    return c.redirect('/account', 303)
  })
  app.post('/newsletter', (c) => c.redirect('/newsletter', 303))
  app.get('/newsletter', (c) =>
    respond(c, {
      session: shop.sessions(c),
      title: 'Letters from the porch',
      body: html`<div class="checkout prose"><h1>Thank you</h1><p>The next letter leaves on the first of the month.</p></div>`,
    }),
  )
  app.get('/help/:topic', (c) => {
    const help = helpPage(c.req.param('topic'))
    return help ? respond(c, { session: shop.sessions(c), ...help }) : c.notFound()
  })
}
