import type { Context, Hono } from 'hono'
import type { Product } from '../catalogue/product.ts'
import { addedPage } from '../pages/addedPage.ts'
import { cartPage } from '../pages/cartPage.ts'
import { drawer } from '../pages/drawer.ts'
import { related } from '../search/related.ts'
import { addToCart, moveLine, removeLine, setQuantity } from '../session/cart.ts'
import type { Shop } from '../shop.ts'
import { formTexts, ownPath, respond } from './respond.ts'

const opened = (path: string) => `${path}${path.includes('?') ? '&' : '?'}added=1`

/** The cart, its drawer, and everything that changes it: each change is a POST that redirects. */
export function addCartRoutes(app: Hono, shop: Shop): void {
  const more = (product: Product | undefined) => (product ? related(shop.catalogue, product, 10) : [])
  const change = (path: string, apply: (c: Context, form: Record<string, string>) => void) =>
    app.post(path, async (c) => {
      const form = await formTexts(c)
      apply(c, form)
      return c.redirect(ownPath(form.back, '/cart'), 303)
    })

  const add = async (c: Context): Promise<{ lineId: string; form: Record<string, string> } | null> => {
    const form = await formTexts(c)
    const product = shop.products.get(form.product ?? '')
    if (!product || product.stock === 0) return null
    const { color: colour, size, quantity } = form
    const line = addToCart(shop.sessions(c), product, { colour, size, quantity: Number(quantity ?? 1) })
    return { lineId: line.id, form }
  }

  app.post('/cart/add', async (c) => {
    const added = await add(c)
    if (!added) return c.notFound()
    if (c.req.header('x-fragment'))
      return c.redirect(`/cart/drawer?back=${encodeURIComponent(ownPath(added.form.back, '/cart'))}`, 303)
    return c.redirect(added.form.back ? opened(ownPath(added.form.back, '/cart')) : `/cart/added/${added.lineId}`, 303)
  })
  app.post('/buy-now', async (c) => {
    const added = await add(c)
    if (!added) return c.notFound()
    for (const line of shop.sessions(c).cart) line.selected = line.id === added.lineId
    return c.redirect('/checkout', 303)
  })
  change('/cart/quantity', (c, { line = '', quantity }) => setQuantity(shop.sessions(c), line, Number(quantity)))
  change('/cart/remove', (c, { line = '' }) => removeLine(shop.sessions(c), line))
  change('/cart/save', (c, { line = '' }) => moveLine(shop.sessions(c), line, 'saved'))
  change('/cart/restore', (c, { line = '' }) => moveLine(shop.sessions(c), line, 'cart'))
  change('/cart/select', (c, { line = '', selected }) => {
    for (const own of shop.sessions(c).cart) if (own.id === line) own.selected = selected === 'yes'
  })

  app.get('/cart', (c) => {
    const session = shop.sessions(c)
    const first = shop.products.get(session.cart[0]?.productId ?? session.recent[0] ?? '')
    return respond(c, { session, title: 'Your cart', body: cartPage(session, shop.products, more(first)) })
  })
  app.get('/cart/drawer', (c) => c.html(drawer(shop.sessions(c), shop.products, ownPath(c.req.query('back'), '/cart'))))
  app.get('/cart/added/:line', (c) => {
    const session = shop.sessions(c)
    const line = session.cart.find(({ id }) => id === c.req.param('line'))
    const product = shop.products.get(line?.productId ?? '')
    if (!line || !product) return c.redirect('/cart', 303)
    const body = addedPage(session, shop.products, line, product, more(product))
    return respond(c, { session, title: 'Added to cart', body })
  })
}
