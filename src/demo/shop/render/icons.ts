import { type Html, html, raw } from './html.ts'

const PATHS = {
  search: '<circle cx="11" cy="11" r="7"/><path d="m20 20-4-4"/>',
  cart: '<path d="M5 8h15l-2 9H7L5 4H2"/><circle cx="8" cy="21" r="1"/><circle cx="17" cy="21" r="1"/>',
  pin: '<path d="M12 21s7-6.500 7-11.500A7 7 0 0 0 5 9.500C5 14.500 12 21 12 21z"/><circle cx="12" cy="9.500" r="2.500"/>',
  user: '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
  left: '<path d="m15 5-7 7 7 7"/>',
  right: '<path d="m9 5 7 7-7 7"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  check: '<path d="m5 12 5 5 9-10"/>',
  truck: '<path d="M2 6h12v11H2zM14 10h4l4 4v3h-8z"/><circle cx="7" cy="18" r="2"/><circle cx="18" cy="18" r="2"/>',
  return: '<path d="M4 9h11a5 5 0 0 1 0 10H8"/><path d="M8 5 4 9l4 4"/>',
  leaf: '<path d="M5 19C4 9 10 4 20 4c0 10-5 16-15 15zM5 19l8-8"/>',
} as const

/** A line drawing that says nothing to a screen reader: a text stands beside it. */
export function icon(name: keyof typeof PATHS): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">${raw(PATHS[name])}</svg>`
}
