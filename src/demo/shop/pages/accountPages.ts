import { type Html, html } from '../render/html.ts'
import { money } from '../render/money.ts'
import type { ShopSession } from '../session/shopSession.ts'
import { formField } from './formField.ts'

export function signInPage(next: string): Html {
  return html`<div class="checkout narrow"><h1>Sign in</h1><form class="form-grid" method="post" action="/sign-in"><input type="hidden" name="next" value="${next}">
${formField({ name: 'email', label: 'E-mail', autocomplete: 'username', type: 'email' })}
${formField({ name: 'password', label: 'Password', autocomplete: 'current-password', type: 'password' })}
<button class="button big" type="submit">Sign in</button></form><p class="small">Any e-mail address and password will do: everyone is Jane here.</p></div>`
}

export function accountPage(session: ShopSession): Html {
  return html`<div class="checkout"><h1>Hello, ${session.name}</h1>
<ul class="account-tiles"><li><a class="tile" href="/account/orders"><span class="tile-name">Your orders</span><span class="tile-blurb">Track, return, buy again</span></a></li>
<li><a class="tile" href="/account/addresses"><span class="tile-name">Your addresses</span><span class="tile-blurb">${session.address?.street}, ${session.address?.city}</span></a></li>
<li><a class="tile" href="/cart"><span class="tile-name">Your cart</span><span class="tile-blurb">What waits for you</span></a></li></ul>
<form method="post" action="/sign-out"><button class="button quiet" type="submit">Sign out</button></form></div>`
}

export function ordersPage(session: ShopSession): Html {
  return html`<div class="checkout"><h1>Your orders</h1>${
    session.orders.length
      ? html`<ul class="lines">${session.orders.map((order) => html`<li class="order"><h2>Order ${order.number}</h2><p>${order.lines.length} ${order.lines.length === 1 ? 'product' : 'products'}, ${money(order.total)}. Delivered to ${order.address.name}, ${order.address.street}.</p><p><a href="/order/${order.number}">View order</a></p></li>`)}</ul>`
      : html`<p>No orders yet.</p>`
  }</div>`
}
