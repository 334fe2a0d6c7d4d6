import type { Product } from '../catalogue/product.ts'
import { type Html, html } from '../render/html.ts'
import { icon } from '../render/icons.ts'
import { money } from '../render/money.ts'
import { totalsOf } from '../session/cart.ts'
import type { Address, CartLine, Order, ShopSession } from '../session/shopSession.ts'
import { chosenOptions } from './cartLine.ts'
import { totalsTable } from './cartPage.ts'
import { formField } from './formField.ts'

type Products = ReadonlyMap<string, Product>

const STEPS = ['Address', 'Payment', 'Review'] as const

function progress(now: number): Html {
  return html`<ol class="progress" aria-label="Checkout steps">${STEPS.map((step, index) => html`<li ${index === now ? html`aria-current="step"` : ''}><span aria-hidden="true">${index + 1}</span> ${step}</li>`)}</ol>`
}

const addressLines = ({ name, street, city, region, postcode }: Address): Html =>
  html`<address>${name}<br>${street}<br>${city}, ${region} ${postcode}</address>`

function itemList(lines: readonly CartLine[], products: Products): Html {
  return html`<ul class="order-lines">${lines.map((line) => {
    const product = products.get(line.productId)
    return product
      ? html`<li><span>${line.quantity} × ${product.title} <span class="chosen-options">${chosenOptions(line, product)}</span></span> <span>${money(product.price * line.quantity)}</span></li>`
      : ''
  })}</ul>`
}

export function addressPage({ address }: ShopSession, action: string): Html {
  return html`<div class="checkout">${progress(0)}<h1>Where should it go?</h1>
<form class="form-grid" method="post" action="${action}">
${formField({ name: 'name', label: 'Full name', autocomplete: 'shipping name', value: address?.name ?? '' })}
${formField({ name: 'email', label: 'E-mail', autocomplete: 'email', type: 'email', value: address?.email ?? '', span: 3 })}
${formField({ name: 'phone', label: 'Phone', autocomplete: 'tel', type: 'tel', value: address?.phone ?? '', span: 3 })}
${formField({ name: 'street', label: 'Street address', autocomplete: 'shipping street-address', value: address?.street ?? '' })}
${formField({ name: 'city', label: 'City', autocomplete: 'shipping address-level2', value: address?.city ?? '', span: 3 })}
${formField({ name: 'region', label: 'State', autocomplete: 'shipping address-level1', value: address?.region ?? '', span: 1 })}
${formField({ name: 'postcode', label: 'ZIP code', autocomplete: 'shipping postal-code', inputmode: 'numeric', value: address?.postcode ?? '', span: 2 })}
<button class="button big" type="submit">Deliver to this address</button></form></div>`
}

export function paymentPage(): Html {
  return html`<div class="checkout">${progress(1)}<h1>How would you like to pay?</h1>
<form class="form-grid" method="post" action="/checkout/payment">
<fieldset class="methods"><legend class="visually-hidden">Payment method</legend>
<label class="method"><input type="radio" name="method" value="delivery" checked> Pay on delivery</label>
<label class="method"><input type="radio" name="method" value="card"> Credit or debit card</label></fieldset>
<fieldset class="card-fields form-grid"><legend>Card details</legend>
<div class="field" style="--span:6"><label for="card-name">Name on card</label><input id="card-name" name="card_name" autocomplete="cc-name"></div>
<div class="field" style="--span:6"><label for="card-number">Card number</label><input id="card-number" name="card_number" autocomplete="cc-number" inputmode="numeric" maxlength="23"></div>
<div class="field" style="--span:3"><label for="card-expiry">Expiry (MM/YY)</label><input id="card-expiry" name="card_expiry" autocomplete="cc-exp" inputmode="numeric" maxlength="5"></div>
<div class="field" style="--span:3"><label for="card-code">Security code</label><input id="card-code" name="card_code" type="password" autocomplete="cc-csc" inputmode="numeric" maxlength="4"></div></fieldset>
<button class="button big" type="submit">Review your order</button></form></div>`
}

export function reviewPage(session: ShopSession, products: Products): Html {
  const selected = session.cart.filter((line) => line.selected)
  return html`<div class="checkout">${progress(2)}<h1>Review your order</h1>
<div class="cart"><div><section aria-labelledby="ship-title"><h2 id="ship-title">Deliver to</h2>${session.address ? addressLines(session.address) : ''}<p><a href="/checkout/address">Change address</a></p></section>
<section aria-labelledby="pay-title"><h2 id="pay-title">Payment</h2><p>${session.payment}</p><p><a href="/checkout/payment">Change payment</a></p></section>
<section aria-labelledby="items-title"><h2 id="items-title">Items</h2>${itemList(selected, products)}</section></div>
<section class="summary-box" aria-label="Order summary">${totalsTable(totalsOf(selected, products))}
<form method="post" action="/checkout/place"><button class="button big" type="submit">Place your order</button></form></section></div></div>`
}

export function confirmationPage(order: Order, products: Products): Html {
  return html`<div class="checkout confirmation"><h1>${icon('check')} Thank you, your order is placed</h1>
<p>Order number <strong>${order.number}</strong>. We sent a note to ${order.address.email}.</p>
<section aria-labelledby="ship-title"><h2 id="ship-title">Deliver to</h2>${addressLines(order.address)}</section>
<section aria-labelledby="items-title"><h2 id="items-title">What you ordered</h2>${itemList(order.lines, products)}<p class="drawer-total">Total <strong>${money(order.total)}</strong></p></section>
<p><a class="button" href="/">Continue shopping</a></p></div>`
}
