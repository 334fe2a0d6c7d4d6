import { Hono } from 'hono'
import { html } from './render/html.ts'
import { addAccountRoutes } from './routes/accountRoutes.ts'
import { addAssetRoutes } from './routes/assetRoutes.ts'
import { addBrowseRoutes } from './routes/browseRoutes.ts'
import { addCartRoutes } from './routes/cartRoutes.ts'
import { addCheckoutRoutes } from './routes/checkoutRoutes.ts'
import { addProductRoutes } from './routes/productRoutes.ts'
import { respond } from './routes/respond.ts'
import { makeShop } from './shop.ts'

/** The demonstration shop "Harbor & Pine". The same seed sells the same products; visitors live in memory. */
export function createShop({ seed }: { seed: number }): Hono {
  const shop = makeShop(seed)
  const app = new Hono()
  addAssetRoutes(app)
  addBrowseRoutes(app, shop)
  addProductRoutes(app, shop)
  addCartRoutes(app, shop)
  addCheckoutRoutes(app, shop)
  addAccountRoutes(app, shop)
  app.notFound((c) => {
    const body = html`<div class="checkout prose"><h1>This page has wandered off</h1><p><a class="button" href="/">Back to the front page</a></p></div>`
    return respond(c, { session: shop.sessions(c), title: 'Not found', body }, 404)
  })
  return app
}
