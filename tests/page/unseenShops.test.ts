import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseContext } from '../../schemas/index.ts'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

interface Row {
  /** File in tests/fixtures/shops, written by hand in the way in which shops of one kind are made. */
  shop: string
  url: string
  type: string
  /** Names with their click types that must be there. */
  names: string[]
  /** What a shopper reads. */
  texts?: string[]
}

const rows: Row[] = [
  {
    shop: 'addressForm',
    url: 'https://bep.example/buoc-2',
    // What it asks for says so, in a language that the page itself knows no such words of.
    type: 'address',
    names: ['địa_chỉ other', 'ghi_chú other'],
  },
  {
    shop: 'listingWithDrawer',
    url: 'https://harvest.example/collections/all',
    // A cart that slides in over a list makes no cart page of it.
    type: 'category',
    names: [
      'nav_bar.view_cart nav_bar',
      'refinements.availability_options.in_stock filter',
      'refinements.sort_by filter',
      'bo_ivy.view_product product_link',
      'brick.add_to_cart purchase',
      'pagination.next_page page_related',
      'your_cart.brick.view_product product_link',
      'your_cart.brick.decrease_quantity quantity',
      'your_cart.brick.quantity quantity',
      'your_cart.brick.remove cart_page_select',
      'your_cart.subtotal.checkout purchase',
    ],
    texts: ['4.5 out of 5.0 stars', 'Regular price $395.00 USD', 'Sold out'],
  },
  {
    shop: 'variableProduct',
    url: 'https://woo.example/product/hoodie/',
    type: 'product',
    names: [
      'nav_bar.cart nav_bar',
      'breadcrumb.clothing nav_bar',
      'buy_box.color product_option',
      'buy_box.logo product_option',
      'buy_box.quantity quantity',
      'buy_box.add_to_cart purchase',
      'view_reviews_customer_reviews review',
      'related_products.beanie.view_product product_link',
      'related_products.beanie.add_to_cart purchase',
    ],
    texts: ['Rated 4.00 out of 5', '$42.00 – $45.00', '5 in stock'],
  },
  {
    shop: 'layeredCategory',
    url: 'https://linden.example/women/tops.html',
    type: 'category',
    names: [
      'nav_bar.view_cart nav_bar',
      'sort_by filter',
      'refinements.category.jackets filter',
      'refinements.price.20_00_29_99 filter',
      'breathe_easy_tank.view_product product_link',
      'breathe_easy_tank.view_reviews review',
      'breathe_easy_tank.add_to_wishlist product_link',
      'page.next_page page_related',
      'page.page_2 page_related',
    ],
    texts: ['Special Price $27.20 Regular Price $34.00', 'Out of stock'],
  },
  {
    shop: 'utilityClasses',
    url: 'https://tw.example/p/aero-runner-2',
    type: 'product',
    names: [
      'buy_box.rating review',
      'buy_box.color.red product_option',
      'buy_box.size.8_5 product_option',
      'buy_box.size.9 product_option',
      'buy_box.increase_quantity quantity',
      'buy_box.add_to_cart purchase',
      'run_cap.view_product product_link',
    ],
    texts: ['$129.00 $160.00', 'Free delivery by Friday, Nov 27'],
  },
  {
    shop: 'hashedClasses',
    url: 'https://react.example/search?query=lamp',
    type: 'search',
    names: [
      'nav_bar.search_input search',
      'nav_bar.search_button search',
      'nav_bar.suggestions.lamp_oil suggested_term',
      'nav_bar.view_cart nav_bar',
      'refinements.halo filter',
      'refinements.under_50 filter',
      'refinements.50_100 filter',
      'sort_by filter',
      'search_results.tolo_desk_lamp.view_product product_link',
    ],
    texts: ['£310 £360', '4.6 out of 5', '(120)'],
  },
  {
    // Fields drawn by a library, which hold their values in native ones that nobody comes to; lists under a face.
    shop: 'drawnFields',
    url: 'https://clay.example/pots',
    type: 'category',
    names: [
      'nav_bar.view_cart nav_bar',
      'refinements.price filter',
      'refinements.price_2 filter',
      'refinements.colour.white filter',
      'refinements.colour.green filter',
      'sort_by filter',
      'per_page other',
      'tall_pot.view_product product_link',
    ],
  },
  {
    shop: 'drawnOptions',
    url: 'https://clay.example/pots/tall-pot-white',
    type: 'product',
    names: [
      'color.white product_option',
      'color.black product_option',
      'buy_box.decrease_quantity quantity',
      'buy_box.increase_quantity quantity',
      'buy_box.quantity quantity',
      'buy_box.add_to_cart purchase',
    ],
  },
  {
    // No choice to make, so no box; what complains is no title.
    shop: 'lonelyOffer',
    url: 'https://kettle.example/item/4',
    type: 'product',
    names: ['open_menu other', 'eye_off other', 'back_to_products other', 'add_to_cart purchase', 'subscribe other'],
  },
  {
    // Most of what is on sale is in the cart already.
    shop: 'halfInCart',
    url: 'https://kettle.example/kettles',
    type: 'category',
    names: [
      'blue_kettle.view_product product_link',
      'blue_kettle.remove cart_page_select',
      'white_kettle.view_product product_link',
      'white_kettle.add_to_cart purchase',
    ],
  },
  {
    shop: 'japaneseProduct',
    url: 'https://shop.example.jp/item/10001234/',
    type: 'product',
    names: [
      'nav_bar.search_input search',
      'nav_bar.view_cart nav_bar',
      'rating review',
      'buy_box.紺 product_option',
      'buy_box.size product_option',
      'buy_box.quantity quantity',
      'buy_box.add_to_cart purchase',
      'buy_box.buy_now purchase',
      'この商品を買った人はこんな商品も買っています.革の財布.view_product product_link',
    ],
    texts: ['12,800円', 'あす楽対応'],
  },
  {
    shop: 'chineseSearch',
    url: 'https://search.example.cn/Search?keyword=手机',
    type: 'search',
    names: [
      'search_input search',
      'search_button search',
      'view_cart other',
      'search_results.大米_13_8gb_128gb_黑色.view_product product_link',
      'search_results.大米_13_8gb_128gb_黑色.add_to_cart purchase',
      'pagination.page_2 page_related',
      'pagination.next_page page_related',
    ],
    texts: ['￥3999.00', '50万+'],
  },
  {
    shop: 'germanCart',
    url: 'https://laden.example/warenkorb',
    type: 'cart',
    names: [
      'cart.wollsocken_grau.view_product product_link',
      'cart.wollsocken_grau.quantity quantity',
      'cart.wollsocken_grau.remove cart_page_select',
      'cart.lodenjacke_grün.quantity quantity',
      'coupon other',
      'checkout purchase',
    ],
    texts: ['Größe: 42', '25,80 €'],
  },
  {
    shop: 'arabicProduct',
    url: 'https://souq.example/ar/product/12345678',
    type: 'product',
    names: [
      'nav_bar.search_button search',
      'nav_bar.view_cart nav_bar',
      'view_reviews review',
      'buy_box.اللون.أسود product_option',
      'buy_box.quantity quantity',
      'buy_box.add_to_cart purchase',
      'buy_box.buy_now purchase',
    ],
    texts: ['299.00 ر.س', '4.4 من 5 نجوم'],
  },
  {
    shop: 'webComponents',
    url: 'https://widgets.example/shop',
    type: 'category',
    names: [
      'sort_by filter',
      'sort_by_options.newest filter',
      'red_mug.view_product product_link',
      'red_mug.add_to_cart purchase',
      'cork_mug.view_product product_link',
      'ab_200.quantity quantity',
      'your_cart.blue_mug.remove cart_page_select',
      'your_cart.checkout purchase',
    ],
  },
  {
    shop: 'productWithPickers',
    url: 'https://harvest.example/products/louise-slide?variant=1',
    type: 'product',
    names: [
      'gallery_viewer.previous page_related',
      'gallery_viewer.next page_related',
      'buy_box.color.orange product_option',
      // Neither hidden words nor what is sold out renames a choice.
      'buy_box.color.black product_option',
      'buy_box.size.6 product_option',
      'buy_box.decrease_quantity quantity',
      'buy_box.quantity quantity',
      'buy_box.add_to_cart purchase',
      'buy_box.buy_now purchase',
      'you_may_also_like.brick.view_product product_link',
    ],
    texts: ['$310.00 $250.00 USD Sale'],
  },
  {
    shop: 'cardsWithColours',
    url: 'https://wear.example/en_gb/women/dresses',
    type: 'category',
    names: [
      'sort_by filter',
      'clear_filters filter',
      'ribbed_dress.view_product product_link',
      'ribbed_dress.red product_link',
      'shirt_dress.add_to_favourites product_link',
      'satin_slip_dress.view_product product_link',
    ],
    texts: ['£17.99 £24.99', 'New Arrival', 'Showing 36 of 214 items'],
  },
  {
    shop: 'marketSearch',
    url: 'https://market.example/sch/i.html?_nkw=lamp',
    type: 'search',
    names: [
      'condition.used filter',
      'buying_format.buy_it_now filter',
      'sort_by filter',
      'search_results.floor_lamp_brass.view_product product_link',
      'pagination.page_3 page_related',
      'pagination.next_page page_related',
    ],
    texts: ['2 bids · 3h left', '+$5.00 shipping', '23 sold'],
  },
  {
    shop: 'koreanProduct',
    url: 'https://shop.example.kr/vp/products/7654321',
    type: 'product',
    names: [
      'nav_bar.view_cart nav_bar',
      'view_reviews review',
      'buy_box.색상 product_option',
      'buy_box.quantity quantity',
      'buy_box.increase_quantity quantity',
      'buy_box.add_to_cart purchase',
      'buy_box.buy_now purchase',
    ],
    texts: ['259,000원', '내일(금) 도착 보장'],
  },
  {
    shop: 'queryAddresses',
    url: 'https://oc.example/index.php?route=product/category&path=20',
    type: 'category',
    names: [
      'nav_bar.search_input search',
      'nav_bar.search_button search',
      'breadcrumb.desktops nav_bar',
      'desktops_section.sort_by filter',
      'desktops_section.camera_5d.view_product product_link',
      'desktops_section.camera_5d.add_to_cart purchase',
      'desktops_section.page_2 page_related',
      'desktops_section.next_page page_related',
    ],
    texts: ['$110.00 $122.00'],
  },
  {
    // What is told by icons, and by what stands right beside it.
    shop: 'iconListing',
    url: 'https://clay.example/all-products.html',
    type: 'category',
    names: [
      'nav_bar.search_input search',
      'nav_bar.search_button search',
      'nav_bar.view_cart nav_bar',
      'nav_bar.favourites nav_bar',
      'refinements.pots filter',
      'refinements.50_00_100_00 filter',
      'refinements.green filter',
      'sort_by filter',
      'pick_all_glazes other',
      'blue_pot.view_product product_link',
      'blue_pot.add_to_cart purchase',
      'pagination.page_21 page_related',
      'recently_seen.previous page_related',
      'recently_seen.jug.view_product product_link',
      'recently_seen.dish.view_product product_link',
      'mini_cart.jug.view_product product_link',
      'mini_cart.jug.remove cart_side_bar',
      'mini_cart.mug.quantity quantity',
      'mini_cart.checkout purchase',
    ],
    texts: ['$45.00'],
  },
  {
    // A price set as a heading; choices of which some cannot be chosen.
    shop: 'headedPrice',
    url: 'https://wear.example/thermal-anorak.html',
    type: 'product',
    names: [
      'size.xl product_option',
      'color.sand product_option',
      'length.regular product_option',
      'buy_box.decrease_quantity quantity',
      'buy_box.quantity quantity',
      'buy_box.add_to_cart purchase',
    ],
    texts: ['$270.00 370.00'],
  },
  {
    // Cards that lead nowhere but to the cart.
    shop: 'linklessCards',
    url: 'https://ton.example/laden',
    type: 'category',
    names: ['kanne_blau.add_to_cart purchase', 'tasse_grün.add_to_cart purchase', 'schale_weiß.add_to_cart purchase'],
    texts: ['1.499 €'],
  },
  {
    shop: 'tableCart',
    url: 'https://green.example/shopping-cart.html',
    type: 'cart',
    names: [
      'cart.vegetable_box.remove cart_page_select',
      'cart.garden_salad.quantity quantity',
      'cart.gift_card.quantity quantity',
      'cart.gift_card.remove cart_page_select',
      'cart_total.checkout purchase',
    ],
    texts: ['$110.00'],
  },
  {
    // Cards that are told by their kind first, and lead on by a word that names nothing.
    shop: 'detailsCards',
    url: 'https://carsi.example/dizustu',
    type: 'category',
    names: [
      'nav_bar.dizüstü nav_bar',
      'nav_bar.iş_bilgisayarı nav_bar',
      'nav_bar.search_button search',
      'nav_bar.view_cart nav_bar',
      'akasya_ince_14.view_product product_link',
      'meşe_ofis_15.view_product product_link',
      'pagination.page_1 page_related',
      'pagination.page_2 page_related',
    ],
    texts: ['19000 TL'],
  },
  {
    // No header, choices and fields under words that no list has, a heading before the buttons, and cards that add.
    shop: 'unknownWords',
    url: 'https://rotan.example/kursi-rotan',
    type: 'product',
    names: [
      'nav_bar.search_input search',
      'nav_bar.search_button search',
      'nav_bar.view_cart nav_bar',
      'buy_box.anyaman.rapat product_option',
      'buy_box.anyaman.silang product_option',
      'buy_box.quantity quantity',
      'buy_box.add_to_cart purchase',
      'buy_box.buy_now purchase',
      'barang_lain.meja_bambu.add_to_cart purchase',
      'barang_lain.lampu_kertas.add_to_cart purchase',
    ],
    texts: ['Rp1.500.000'],
  },
  {
    shop: 'linesWithoutLinks',
    url: 'https://rotan.example/keranjang',
    type: 'cart',
    names: [
      'cart.kursi_rotan.decrease_quantity quantity',
      'cart.kursi_rotan.increase_quantity quantity',
      'cart.kursi_rotan.remove cart_page_select',
      'cart.meja_bambu.remove cart_page_select',
      'cart.ringkasan.coupon other',
      'cart.ringkasan.checkout purchase',
    ],
  },
  {
    // What says that nothing is in it is no line of it.
    shop: 'emptyCart',
    url: 'https://tre.example/gio-hang',
    type: 'cart',
    names: ['remove cart_page_select', 'tiếp_tục_mua_sắm other'],
  },
  {
    // Lines of which each is one text with its price in it, wide signs, a count that is a button.
    shop: 'listWithOrder',
    url: 'https://banchan.example/',
    type: 'home',
    names: [
      '배추김치.add_to_cart purchase',
      'cart.배추김치.increase_quantity quantity',
      'cart.배추김치.decrease_quantity quantity',
      'cart.콩자반.remove cart_page_select',
      '오늘의_국.quantity quantity',
    ],
  },
  {
    shop: 'persianListing',
    url: 'https://bazarche.example/mobile',
    type: 'category',
    names: [
      'nav_bar.search_input search',
      'nav_bar.view_cart nav_bar',
      'refinements.سامان filter',
      'sort_by filter',
      'گوشی_سامان_مدل_یک.view_product product_link',
      'گوشی_آرش_مدل_دو.add_to_cart purchase',
    ],
    texts: ['۱۲٬۵۰۰٬۰۰۰ تومان'],
  },
  {
    // A page around one button is no box of it; cards that are sold without saying for how much.
    shop: 'pageAsBox',
    url: 'https://lapa.example/korm.html',
    type: 'product',
    names: [
      'view_cart other',
      'add_to_cart purchase',
      'миска.buy_now purchase',
      'когтеточка.buy_now purchase',
      'footer.кошки other',
    ],
    texts: ['83 ₽'],
  },
]

test.each(rows)(
  '$shop: every control has the name and click type it should',
  async ({ shop, url, type, names, texts = [] }) => {
    const page = await browser.open(readFileSync(join(import.meta.dirname, `../fixtures/shops/${shop}.html`)), url)
    const { observation, missing } = await page.evaluate(() => ({
      observation: pageHarness.look().observation,
      missing: pageHarness.unnamed(false).missing,
    }))
    await page.close()
    const found = parseContext(observation.context).map(({ name, click_type }) => `${name} ${click_type}`)
    expect(observation.page_type).toBe(type)
    expect(missing).toEqual([])
    expect(
      names.filter((name) => !found.includes(name)),
      found.join('\n'),
    ).toEqual([])
    expect(texts.filter((text) => !observation.context.replaceAll('\u00a0', ' ').includes(text))).toEqual([])
    expect(new Set(found).size).toBe(found.length)
  },
)
