import type { Product } from '../catalogue/product.ts'
import { type Html, html } from '../render/html.ts'
import { money } from '../render/money.ts'
import { pictureUrl, productUrl } from '../render/productUrl.ts'
import { MOST_PER_LINE } from '../session/cart.ts'
import type { CartLine } from '../session/shopSession.ts'

/** "Forest, M": what was chosen. */
export function chosenOptions(line: CartLine, product: Product): string {
  const colour = product.colours.find(({ slug }) => slug === line.colour)?.name
  return [colour, line.size].filter(Boolean).join(', ')
}

function lineButton(action: string, line: CartLine, product: Product, label: string): Html {
  return html`<form method="post" action="/cart/${action}"><input type="hidden" name="line" value="${line.id}"><button class="link" type="submit">${label}<span class="visually-hidden">: ${product.title}</span></button></form>`
}

/** A line of the cart, or of what is saved for later. */
export function cartLine(line: CartLine, product: Product, place: 'cart' | 'saved'): Html {
  const href = productUrl(product, line.colour)
  return html`<li class="cart-line">
  ${
    place === 'cart'
      ? html`<form method="post" action="/cart/select" data-auto><input type="hidden" name="line" value="${line.id}">
    <label class="select-line"><input type="checkbox" name="selected" value="yes" ${line.selected ? html`checked` : ''}><span class="visually-hidden">Buy now: ${product.title}</span></label>
    <button type="submit" class="link" data-auto-button>Update</button></form>`
      : ''
  }
  <a class="line-picture" href="${href}"><img src="${pictureUrl(product, line.colour)}" alt="${product.title}" width="120" height="120"></a>
  <div class="line-body"><h3><a href="${href}">${product.title}</a></h3>
    <p class="chosen-options">${chosenOptions(line, product)}</p>
    <p class="stock">In stock</p>
    <div class="line-actions">
    ${
      place === 'cart'
        ? html`<form class="line-quantity" method="post" action="/cart/quantity" data-auto><input type="hidden" name="line" value="${line.id}">
        <label for="quantity-${line.id}"><span class="visually-hidden">${product.title}: </span>Quantity</label>
        <select id="quantity-${line.id}" name="quantity">${Array.from({ length: MOST_PER_LINE }, (_, index) => html`<option ${index + 1 === line.quantity ? html`selected` : ''}>${index + 1}</option>`)}</select>
        <button type="submit" class="link" data-auto-button>Update</button></form>
      ${lineButton('remove', line, product, 'Remove')}${lineButton('save', line, product, 'Save for later')}`
        : html`${lineButton('restore', line, product, 'Move to cart')}${lineButton('remove', line, product, 'Remove')}`
    }</div></div>
  <p class="line-price">${money(product.price * line.quantity)}</p>
</li>`
}
