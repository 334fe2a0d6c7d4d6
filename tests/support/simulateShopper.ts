import type { Action, ClickType, Observation, PageType, PredictedAction, StepRow } from '../../schemas/index.ts'
import { seededRandom } from '../../src/score/seededRandom.ts'

/** A sentence of words becomes part of a name. */
const slug = (text: string): string => text.replaceAll(' ', '_')

const NOUNS = ['shirt', 'jacket', 'kettle', 'lamp', 'mug', 'rug', 'shoes', 'tent', 'towel', 'watch']
const ADJECTIVES = ['blue', 'cotton', 'folding', 'green', 'large', 'light', 'quiet', 'small', 'steel', 'warm']
const MAKERS = ['acme', 'borealis', 'corvo', 'delta', 'elm', 'fjord', 'gale', 'hollow', 'inlet', 'juno']

/** A stable stand-in for a SHA-256 or a UUID, made of numbers. */
const hex = (parts: readonly number[], length: number): string =>
  parts
    .map((part) => (part >>> 0).toString(16).padStart(8, '0'))
    .join('')
    .padEnd(length, '0')
    .slice(0, length)
export const fakeUuid = (...parts: number[]): string => {
  const digits = hex(parts, 32)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`
}

const nav =
  '<nav name="nav_bar" click_type="nav_bar"><input name="search_input" click_type="search" type="search" label="Search"/>' +
  '<button name="go" click_type="search">Go</button><a name="cart">Cart</a><a name="deals">Deals</a><a name="help">Help</a></nav>'

function page(page_type: PageType, body: string, id: number): Observation {
  return {
    schema_version: 1,
    observation_id: hex([id, page_type.length, body.length], 64),
    url: `https://shop.example/${page_type}`,
    title: page_type,
    page_type,
    language: 'en',
    recipe: null,
    context: nav + body,
  }
}

const productsOf = (query: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) =>
      `${MAKERS[(i * 3 + query.length) % MAKERS.length]} ${ADJECTIVES[(i + query.length) % ADJECTIVES.length]} ${query} ${i}`,
  )

const results = (products: readonly string[], id: number): Observation =>
  page(
    'search',
    `<section name="refinements" click_type="filter">${['prime', 'four_stars', 'under_25', 'new'].map((name) => `<a name="${name}">${name}</a>`).join('')}</section>
<section name="search_results" click_type="product_link">${products
      .map((name) => `<div name="${slug(name)}"><a name="view_product">${name}</a></div>`)
      .join('')}</section><section name="pagination" click_type="page_related"><a name="next">Next</a></section>`,
    id,
  )

const product = (name: string, id: number): Observation =>
  page(
    'product',
    `<h1>${name}</h1><section name="options" click_type="product_option">${['small', 'medium', 'large'].map((size) => `<button name="${size}">${size}</button>`).join('')}</section>
<section name="buy_box"><select name="quantity" click_type="quantity"></select><button name="add_to_cart" click_type="purchase">Add to cart</button>
<button name="buy_now" click_type="purchase">Buy now</button></section>
<section name="reviews" click_type="review"><a name="all_reviews">All reviews</a>${Array.from({ length: 8 }, (_, i) => `<a name="review_${i}">Helpful</a>`).join('')}</section>`,
    id,
  )

const cart = (name: string, id: number): Observation =>
  page(
    'cart',
    `<section name="cart" click_type="cart_page_select"><div name="${slug(name)}"><button name="delete">Delete</button><button name="save">Save</button></div></section>
<section name="summary"><button name="checkout" click_type="purchase">Checkout</button></section>`,
    id,
  )

export interface ShopperOptions {
  seed: number
  sessions: number
  /** Chance that a step departs from the shopper's habit. */
  noise: number
}

/**
 * A shopper with habits: their favourite filter, size, place in the results, whether they read reviews; and how often they
 * buy. Returns rows as `steps.jsonl` holds them.
 */
export function simulateShopper({ seed, sessions, noise }: ShopperOptions): StepRow[] {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const habit = {
    filter: pick(['prime', 'four_stars', 'under_25']),
    size: pick(['small', 'medium', 'large']),
    place: Math.floor(random() * 3),
    reviews: random() < 0.6,
    buys: 0.2 + 0.5 * random(),
  }
  const rows: StepRow[] = []
  let pages = 0
  let time = 1_760_000_000_000
  let seq = 0
  const tick = (milliseconds: number): number => {
    time += milliseconds
    return time
  }

  for (let session = 0; session < sessions; session++) {
    let step_index = 0
    let history: Action[] = []
    const query = `${pick(ADJECTIVES)} ${pick(NOUNS)}`
    const session_id = fakeUuid(seed, session, 1)
    const placed = (observation: Observation) => ({
      schema_version: 1 as const,
      session_id,
      step_index: null,
      tab: 0,
      url: observation.url,
      observation_id: observation.observation_id,
      action_id: fakeUuid(seed, session, ++seq),
      timestamp: tick(1000),
      document_id: fakeUuid(seed, session, pages),
      document_seq: seq,
    })
    const act = (observation: Observation, action: PredictedAction, click_type: ClickType | null): void => {
      if (random() < 0.4) history.push({ ...placed(observation), type: 'scroll', from: 0, to: 800, page_height: 4000 })
      if (action.type === 'type_and_submit')
        history.push({ ...placed(observation), type: 'input', name: action.name, text: action.text, masked: false })
      rows.push({
        schema_version: 1,
        study_id: 'simulated',
        participant_id: fakeUuid(seed, 0, 2),
        participant_kind: 'synthetic',
        session_id,
        step_index: step_index++,
        seq: ++seq,
        timestamp: tick(4000),
        tab: 0,
        action,
        click_type,
        observation,
        history,
        rationale: null,
      })
      history = []
    }
    const go = (to: Observation): Observation => {
      history.push({ ...placed(to), observation_id: null, type: 'navigate', how: 'link', to: to.url })
      return to
    }
    const click = (observation: Observation, name: string, type: ClickType): void =>
      act(observation, { type: 'click', name }, type)
    const strays = (): boolean => random() < noise

    const home = page('home', '', ++pages * 7 + seed * 1000)
    act(home, { type: 'type_and_submit', name: 'nav_bar.search_input', text: query }, null)
    const products = productsOf(pick(NOUNS), 24)
    const list = go(results(products, ++pages * 7 + seed * 1000))
    if (strays()) click(list, 'pagination.next', 'page_related')
    else click(list, `refinements.${habit.filter}`, 'filter')
    let looked = 0
    do {
      const chosen = products[strays() ? Math.floor(random() * 24) : habit.place + looked] as string
      click(list, `search_results.${slug(chosen)}.view_product`, 'product_link')
      const detail = go(product(chosen, ++pages * 7 + seed * 1000))
      if (habit.reviews !== strays()) click(detail, 'reviews.all_reviews', 'review')
      click(detail, `options.${strays() ? 'medium' : habit.size}`, 'product_option')
      if (random() < habit.buys) {
        click(detail, 'buy_box.add_to_cart', 'purchase')
        const basket = go(cart(chosen, ++pages * 7 + seed * 1000))
        click(basket, 'summary.checkout', 'purchase')
        act(basket, { type: 'terminate' }, null)
        break
      }
      looked++
      if (looked === 3) act(detail, { type: 'terminate' }, null)
      else go(list)
    } while (looked < 3)
    tick(3_600_000)
  }
  return rows
}
