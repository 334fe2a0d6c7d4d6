import { type Html, html } from '../render/html.ts'

const TEXTS: Record<string, { title: string; paragraphs: readonly string[] }> = {
  delivery: {
    title: 'Delivery',
    paragraphs: [
      'Orders from $75 travel free. Smaller ones cost $6.95, whatever their weight.',
      'Most parcels leave our barn the same day, and the tracking note follows in the evening.',
    ],
  },
  returns: {
    title: 'Returns',
    paragraphs: [
      'Sixty days, used or not. Put it back in its box, stick the label on, and leave it at any post office.',
    ],
  },
  sizes: {
    title: 'Size guide',
    paragraphs: ['Clothes run true. Between two sizes take the larger for layers, the smaller for next to skin.'],
  },
  story: {
    title: 'Our story',
    paragraphs: ['A boat shed, two sewing machines and a kettle: that was the first winter. The kettle is still here.'],
  },
  repairs: {
    title: 'Repairs',
    paragraphs: [
      'Send us what broke. Seams, zips and hinges are mended free for ten years, and often it takes a week.',
    ],
  },
  materials: {
    title: 'Materials',
    paragraphs: ['We print what a thing is made of and who made it. Where we do not know, we do not sell it.'],
  },
}

/** A page of the shop's own words, or null where there is none of that name. */
export function helpPage(topic: string): { title: string; body: Html } | null {
  const text = TEXTS[topic]
  if (!text) return null
  const body = html`<article class="checkout prose"><h1>${text.title}</h1>${text.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</article>`
  return { title: text.title, body }
}
