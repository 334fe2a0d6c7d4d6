import type { Category, Colour, Sizing } from './product.ts'

export const CATEGORIES: readonly Category[] = [
  { slug: 'clothing', name: 'Clothing', blurb: 'Layers for wet hills and slow Sundays', shape: 'jacket' },
  { slug: 'footwear', name: 'Footwear', blurb: 'Soles that know their way home', shape: 'boot' },
  { slug: 'packs', name: 'Packs & bags', blurb: 'Carry a little, or carry on', shape: 'backpack' },
  { slug: 'camp', name: 'Camp & sleep', blurb: 'Good nights outdoors', shape: 'tent' },
  { slug: 'camp-kitchen', name: 'Camp kitchen', blurb: 'Hot coffee at any height', shape: 'pot' },
  { slug: 'lighting', name: 'Lighting', blurb: 'For porches, tents and late chapters', shape: 'lantern' },
  { slug: 'bed-bath', name: 'Bed & bath', blurb: 'Soft things, honestly made', shape: 'blanket' },
  { slug: 'table', name: 'Kitchen & table', blurb: 'Made to be used daily', shape: 'bowl' },
  { slug: 'home', name: 'Home & garden', blurb: 'Quiet pieces for lively rooms', shape: 'chair' },
]

export const BRANDS = [
  'Northlight',
  'Fernhill',
  'Saltmarsh',
  'Kestrel & Co',
  'Birchline',
  'Tidewater',
  'Granite Fell',
  'Lowland',
  'Wren House',
  'Cedarbrook',
  'Polar Finch',
  'Maple Row',
  'Osprey Point',
  'Hearthwick',
  'Bluestem',
  'Juniper Lane',
] as const

/** Model names, put between brand and material. */
export const LINES = [
  'Alder', 'Ash', 'Aurora', 'Basin', 'Beacon', 'Bramble', 'Brook', 'Cairn', 'Cascade', 'Clover', 'Compass', 'Cove',
  'Crest', 'Dell', 'Drift', 'Dune', 'Ember', 'Estuary', 'Fjord', 'Gale', 'Glade', 'Grove', 'Harvest', 'Heath', 'Heron',
  'Hollow', 'Isle', 'Jetty', 'Larch', 'Ledge', 'Linden', 'Marsh', 'Meadow', 'Mesa', 'Moor', 'Orchard', 'Pebble', 'Quarry',
  'Ridge', 'Rowan', 'Sable', 'Shoal', 'Sierra', 'Slate', 'Sorrel', 'Summit', 'Tarn', 'Thicket', 'Timber', 'Trail',
  'Vale', 'Wharf', 'Willow', 'Yarrow',
] as const // biome-ignore format: a word list

export const COLOURS: readonly Colour[] = [
  { slug: 'forest', name: 'Forest', hex: '#2f5d46' },
  { slug: 'moss', name: 'Moss', hex: '#7c8a4f' },
  { slug: 'navy', name: 'Navy', hex: '#26405f' },
  { slug: 'sky', name: 'Sky', hex: '#7ba7c4' },
  { slug: 'slate', name: 'Slate', hex: '#5d6a75' },
  { slug: 'charcoal', name: 'Charcoal', hex: '#37393d' },
  { slug: 'rust', name: 'Rust', hex: '#b0532f' },
  { slug: 'mustard', name: 'Mustard', hex: '#cf9a2f' },
  { slug: 'berry', name: 'Berry', hex: '#8c3150' },
  { slug: 'rose', name: 'Rose', hex: '#cf8f92' },
  { slug: 'sand', name: 'Sand', hex: '#cdb891' },
  { slug: 'oat', name: 'Oat', hex: '#e0d6c3' },
  { slug: 'walnut', name: 'Walnut', hex: '#6f4b35' },
  { slug: 'teal', name: 'Teal', hex: '#2c7c80' },
]

export const SIZINGS = {
  clothes: { label: 'Size', control: 'radio', values: ['XS', 'S', 'M', 'L', 'XL', 'XXL'] },
  shoes: { label: 'Shoe size', control: 'select', values: ['6', '7', '8', '9', '10', '11', '12', '13'] },
  litres: { label: 'Volume', control: 'radio', values: ['18 L', '24 L', '32 L', '45 L'] },
  people: { label: 'Sleeps', control: 'radio', values: ['1 person', '2 people', '3 people', '4 people'] },
  length: { label: 'Length', control: 'radio', values: ['Short', 'Regular', 'Long'] },
  bed: { label: 'Bed size', control: 'select', values: ['Twin', 'Full', 'Queen', 'King', 'California king'] },
  capacity: { label: 'Capacity', control: 'radio', values: ['12 oz', '20 oz', '32 oz'] },
  pieces: { label: 'Set', control: 'radio', values: ['Single', 'Set of 2', 'Set of 4'] },
} as const satisfies Record<string, Sizing>

export const DELIVERIES = [
  'Free delivery tomorrow',
  'Free delivery by Thursday',
  'Free delivery by Saturday',
  'Delivery in 2 days for $4.95',
  'Delivery in 3 to 5 days',
] as const
