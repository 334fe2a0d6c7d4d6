import type { Hono } from 'hono'
import { drawTile } from '../pages/homePage.ts'
import { productPage } from '../pages/productPage.ts'
import { drawPicture } from '../picture/drawPicture.ts'
import { productUrl } from '../render/productUrl.ts'
import { related } from '../search/related.ts'
import type { Shop } from '../shop.ts'
import { formTexts, respond } from './respond.ts'

const RECENT = 12

/** Product pages, their pictures, and the "helpful" buttons. */
export function addProductRoutes(app: Hono, shop: Shop): void {
  app.get('/product/:id/:slug?', (c) => {
    const product = shop.products.get(c.req.param('id'))
    if (!product) return c.notFound()
    const session = shop.sessions(c)
    session.recent = [product.id, ...session.recent.filter((id) => id !== product.id)].slice(0, RECENT)
    const wish = c.req.query('color')
    const colour = (product.colours.find(({ slug }) => slug === wish) ?? product.colours[0])?.slug ?? ''
    const body = productPage({
      product,
      colour,
      reviews: shop.reviews(product),
      reviewPage: Number(c.req.query('reviews')) || 1,
      helpful: session.helpful,
      related: related(shop.catalogue, product, 10),
    })
    return respond(c, { session, title: product.title, body, category: product.kind.category })
  })
  app.post('/product/:id/helpful', async (c) => {
    const product = shop.products.get(c.req.param('id'))
    if (!product) return c.notFound()
    const { review = '', reviews = '1' } = await formTexts(c)
    const { helpful } = shop.sessions(c)
    if (shop.reviews(product).some(({ id }) => id === review) && !helpful.delete(review)) helpful.add(review)
    return c.redirect(`${productUrl(product)}?reviews=${Number(reviews) || 1}#${encodeURIComponent(review)}`, 303)
  })
  app.get('/picture/:file{hp\\d+-[a-z]+-\\d\\.svg}', (c) => {
    const [id = '', slug, view] = c.req.param('file').replace('.svg', '').split('-')
    const product = shop.products.get(id)
    const colour = product?.colours.find((own) => own.slug === slug)
    if (!product || !colour) return c.notFound()
    return c.body(drawPicture(product.kind.shape, colour, Number(view)), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
    })
  })
  app.get('/tile/:file{[a-z-]+\\.svg}', (c) => {
    const tile = drawTile(c.req.param('file').replace('.svg', ''))
    return tile ? c.body(tile, 200, { 'content-type': 'image/svg+xml' }) : c.notFound()
  })
}
