import { CATEGORIES } from '../catalogue/words.ts'
import type { ShopSession } from '../session/shopSession.ts'
import { type Html, html } from './html.ts'
import { icon } from './icons.ts'

export interface Page {
  session: ShopSession
  title: string
  body: Html
  /** What stands in the search field. */
  query?: string
  /** Slug of the category the page belongs to. */
  category?: string
  /** The cart drawer's content; open where given. */
  drawer?: Html | null
}

function header({ session, query, category }: Page): Html {
  const items = session.cart.reduce((sum, line) => sum + line.quantity, 0)
  const { name, address } = session
  return html`<header class="site-header">
  <div class="bar">
    <a class="logo" href="/"><span aria-hidden="true" class="mark"></span>Harbor <span class="amp">&amp;</span> Pine</a>
    <a class="deliver-to" href="/account/addresses">${icon('pin')}<span>${
      name && address
        ? html`Deliver to ${name} - ${address.city} ${address.postcode}`
        : html`Choose where<br>to deliver`
    }</span></a>
    <form class="search" role="search" action="/search" method="get">
      <label class="visually-hidden" for="search-input">Search Harbor &amp; Pine</label>
      <input id="search-input" name="q" type="search" value="${query ?? ''}" placeholder="Search tents, towels, teacups…" autocomplete="off" maxlength="120">
      <button type="submit" class="search-button">${icon('search')}<span class="visually-hidden">Search</span></button>
      <ul id="suggestions" class="suggestions" role="listbox" aria-label="Search suggestions" hidden></ul>
    </form>
    <nav class="account-links" aria-label="Account">
      <a href="${name ? '/account' : '/sign-in'}">${icon('user')}<span>${name ? `Hello, ${name}` : 'Sign in'}</span></a>
      <a class="orders-link" href="/account/orders">Orders</a>
      <a class="cart-link" href="/cart">${icon('cart')}<span>Cart</span> <span class="cart-count" data-cart-count>${items}<span class="visually-hidden"> items</span></span></a>
    </nav>
  </div>
  <nav class="categories" aria-label="Categories"><ul>
    <li><a href="/deals" ${category === 'deals' ? html`aria-current="page"` : ''}>Deals</a></li>
    ${CATEGORIES.map(
      ({ slug, name: label }) =>
        html`<li><a href="/category/${slug}" ${category === slug ? html`aria-current="page"` : ''}>${label}</a></li>`,
    )}
  </ul></nav>
</header>`
}

const LINKS: Record<string, readonly (readonly [string, string])[]> = {
  Shopping: [
    ['Delivery', '/help/delivery'],
    ['Returns', '/help/returns'],
    ['Size guide', '/help/sizes'],
  ],
  'Harbor & Pine': [
    ['Our story', '/help/story'],
    ['Repairs', '/help/repairs'],
    ['Materials', '/help/materials'],
  ],
  'Your account': [
    ['Your orders', '/account/orders'],
    ['Your addresses', '/account/addresses'],
    ['Your cart', '/cart'],
  ],
}

function footer(): Html {
  return html`<footer class="site-footer">
  <div class="columns">
    ${Object.entries(LINKS).map(
      ([title, links]) =>
        html`<div><h2>${title}</h2><ul>${links.map(([label, href]) => html`<li><a href="${href}">${label}</a></li>`)}</ul></div>`,
    )}
    <form class="newsletter" method="post" action="/newsletter"><h2>Letters from the porch</h2>
      <label for="newsletter-email">E-mail address</label>
      <div class="inline"><input id="newsletter-email" name="email" type="email" autocomplete="email" required><button class="button quiet" type="submit">Sign up</button></div>
    </form>
  </div>
  <p class="small">Harbor &amp; Pine is a demonstration shop. Nothing here is for sale, and nobody is charged.</p>
</footer>`
}

/** A whole page: header, body, footer, cart drawer. */
export function layout(page: Page): Html {
  const { title, body, drawer } = page
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} | Harbor &amp; Pine</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/shop.css">
<script type="module" src="/assets/shop.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
${header(page)}
<main id="main" tabindex="-1">${body}</main>
${footer()}
<aside id="cart-drawer" class="drawer" aria-label="Added to your cart" ${drawer ? '' : html`hidden`}>${drawer ?? ''}</aside>
</body>
</html>`
}
