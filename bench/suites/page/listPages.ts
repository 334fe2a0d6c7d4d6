import { startShop } from '../../../src/demo/shop/startShop.ts'
import { makeBigPage } from '../../pages/makeBigPage.ts'
import { type PageSource, readSavedPages } from '../../pages/readSavedPages.ts'
import type { BenchOptions } from '../../parseOptions.ts'
import { say } from '../../say.ts'
import { demoProductUrl, demoSearchUrl } from '../../sites/demoProductUrl.ts'

export interface ListedPage extends PageSource {
  kind: 'saved' | 'demo' | 'big'
}

/** The pages to measure: saved ones where there are any, the demonstration shop's, and a generated one of 68,000 nodes. */
export async function listPages({
  pages,
  only,
}: BenchOptions): Promise<{ pages: ListedPage[]; close(): Promise<void> }> {
  const saved = readSavedPages(pages, only)
  if (saved.length === 0)
    say(`SKIPPED: no saved pages in ${pages}${only && ` with "${only}" in their name`}; --pages names another folder.`)
  const shop = await startShop({ port: 0 })
  const demo: PageSource[] = [
    { name: 'demo-home', url: `${shop.url}/`, html: null },
    { name: 'demo-search', url: demoSearchUrl(shop.url), html: null },
    { name: 'demo-product', url: await demoProductUrl(shop.url), html: null },
  ]
  return {
    pages: [
      ...saved.map((page) => ({ ...page, kind: 'saved' as const })),
      ...demo.map((page) => ({ ...page, kind: 'demo' as const })),
      { name: '68,000 nodes', url: 'https://shop.example/lamps', html: makeBigPage(), kind: 'big' },
    ],
    close: shop.close,
  }
}
