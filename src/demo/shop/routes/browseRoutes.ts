import type { Context, Hono } from 'hono'
import type { Product } from '../catalogue/product.ts'
import { CATEGORIES } from '../catalogue/words.ts'
import { drawer } from '../pages/drawer.ts'
import { homePage } from '../pages/homePage.ts'
import { type Listing, listingPage } from '../pages/listingPage.ts'
import { applyFacets } from '../search/facets.ts'
import { readListingQuery, sortProducts } from '../search/listing.ts'
import { suggest } from '../search/suggest.ts'
import type { Shop } from '../shop.ts'
import { respond } from './respond.ts'

const isDeal = (product: Product): boolean => product.listPrice !== null && product.stock > 0
const loved = (product: Product): number => product.rating * Math.log(product.reviewCount)

/** The front page, search, categories and deals. */
export function addBrowseRoutes(app: Hono, shop: Shop): void {
  const deals = shop.catalogue.filter(isDeal).sort((a, b) => loved(b) - loved(a))
  const favourites = shop.catalogue.filter((product) => !isDeal(product)).sort((a, b) => loved(b) - loved(a))

  const openDrawer = (c: Context) => {
    const url = new URL(c.req.url)
    if (!url.searchParams.has('added')) return null
    url.searchParams.delete('added')
    return drawer(shop.sessions(c), shop.products, url.pathname + url.search)
  }

  const list = (c: Context, from: readonly Product[], about: Pick<Listing, 'heading' | 'blurb'>, category?: string) => {
    const query = readListingQuery(new URL(c.req.url))
    const { products, facets } = applyFacets(from, query)
    const body = listingPage({ ...about, query, facets, products: sortProducts(products, query.sort) })
    return respond(c, {
      session: shop.sessions(c),
      title: about.heading,
      body,
      query: query.q,
      drawer: openDrawer(c),
      ...(category ? { category } : {}),
    })
  }

  app.get('/', (c) => {
    const session = shop.sessions(c)
    const recent = session.recent.flatMap((id) => shop.products.get(id) ?? [])
    const body = homePage({
      deals: deals.slice(0, 12),
      favourites: favourites.slice(0, 10),
      recent: recent.slice(0, 6),
    })
    return respond(c, { session, title: 'Gear and home goods', body, drawer: openDrawer(c) })
  })
  app.get('/search', (c) => {
    const q = (c.req.query('q') ?? '').trim().slice(0, 120)
    return list(c, shop.find(q), { heading: q ? `Results for “${q}”` : 'Everything we sell', blurb: null })
  })
  app.get('/deals', (c) => list(c, deals, { heading: 'Deals of the week', blurb: 'New ones every Monday' }, 'deals'))
  app.get('/category/:slug', (c) => {
    const category = CATEGORIES.find(({ slug }) => slug === c.req.param('slug'))
    if (!category) return c.notFound()
    const inside = shop.catalogue.filter(({ kind }) => kind.category === category.slug)
    return list(c, inside, { heading: category.name, blurb: category.blurb }, category.slug)
  })
  app.get('/api/suggest', (c) => c.json(suggest(c.req.query('q') ?? '')))
}
