import type { Colour, Shape } from '../catalogue/product.ts'
import { SHAPES } from './shapes.ts'

/** Mixes a hexadecimal colour with black (`amount` < 0) or white (`amount` > 0). */
function shade(hex: string, amount: number): string {
  const target = amount < 0 ? 0 : 255
  const mixed = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16)
    return Math.round(part + (target - part) * Math.abs(amount))
  })
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function paint(drawing: string, hex: string): string {
  const inks: Record<string, string> = {
    b: hex,
    d: shade(hex, -0.28),
    l: shade(hex, 0.34),
    m: '#a9b0b5',
    w: '#a8794f',
    k: '#2b2a29',
  }
  return drawing
    .replace(
      /<(\w+) S ([bdlmwk]) /g,
      (_, tag, ink) => `<${tag} fill="none" stroke-linecap="round" stroke="${inks[ink]}" `,
    )
    .replace(/<(\w+) S /g, '<$1 fill="none" stroke-linecap="round" ')
    .replace(/<(\w+) ([bdlmwk]) /g, (_, tag, ink) => `<${tag} fill="${inks[ink]}" `)
}

const BACKDROPS = ['#f3efe7', '#e9eeea', '#eceaf0', '#f1e9e4'] as const

/**
 * A product picture as SVG.
 *
 * @param view 0 shows all of it, 1 a close-up, 2 it from the other side, 3 several of them.
 */
export function drawPicture(shape: Shape, colour: Colour, view: number): string {
  const art = paint(SHAPES[shape], colour.hex)
  const backdrop = BACKDROPS[view % BACKDROPS.length]
  const placed = [
    `<ellipse cx="200" cy="330" rx="112" ry="16" fill="#0001"/><g transform="translate(46 52) scale(1.54)">${art}</g>`,
    `<g transform="translate(-60 -20) scale(2.5)">${art}</g>`,
    `<ellipse cx="200" cy="330" rx="112" ry="16" fill="#0001"/><g transform="translate(354 52) scale(-1.54 1.54)">${art}</g>`,
    `<ellipse cx="200" cy="330" rx="150" ry="16" fill="#0001"/><g transform="translate(40 150) scale(.9)">${art}</g><g transform="translate(180 150) scale(.9)">${art}</g>`,
  ][view % 4]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><defs><radialGradient id="g" cx=".5" cy=".4" r=".8"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="${backdrop}"/></radialGradient></defs><rect width="400" height="400" fill="url(#g)"/>${placed}</svg>`
}
