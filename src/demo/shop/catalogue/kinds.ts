import type { Kind, Sizing } from './product.ts'
import { SIZINGS } from './words.ts'

type Row = [
  noun: string,
  category: string,
  shape: Kind['shape'],
  price: readonly [number, number],
  sizing: Sizing | null,
  materials: string,
  features: string,
  alias: string,
]

const { clothes, shoes, litres, people, length, bed, capacity, pieces } = SIZINGS

/** Lists are written with commas, features with semicolons: a table stays readable as a table. */
// biome-ignore format: one row per kind
const ROWS: Row[] = [
  ['Rain Jacket', 'clothing', 'jacket', [89, 260], clothes, 'Waxed Cotton,Recycled Nylon,Three-Layer', 'Taped seams keep the wet out;Hood turns with your head;Packs into its own pocket;Two-way front zip', 'waterproof coat,raincoat'],
  ['Down Jacket', 'clothing', 'jacket', [120, 320], clothes, 'Recycled,Quilted,Ripstop', 'Warm for its weight;Cuffs that seal out wind;Inside pocket for a phone;Down traced to the farm', 'puffer,winter coat'],
  ['Fleece Pullover', 'clothing', 'fleece', [45, 130], clothes, 'Wool Blend,Recycled,Grid', 'Dries overnight on a chair;Flat seams under pack straps;Zip neck to let heat out', 'sweater,midlayer'],
  ['Flannel Shirt', 'clothing', 'fleece', [39, 95], clothes, 'Brushed Cotton,Organic Cotton,Heavyweight', 'Softer with every wash;Corozo buttons;Long tail stays tucked', 'overshirt,plaid'],
  ['Hiking Trousers', 'clothing', 'trousers', [59, 150], clothes, 'Stretch Nylon,Canvas,Quick-Dry', 'Knees cut for climbing;Zip pocket fits a map;Dries in an hour', 'pants,hiking pants'],
  ['Wool Socks', 'clothing', 'socks', [12, 34], clothes, 'Merino,Cushioned Merino,Alpaca', 'No seam at the toe;Warm even when damp;Guaranteed against holes', 'hiking socks'],
  ['Sun Cap', 'clothing', 'cap', [18, 48], null, 'Organic Cotton,Recycled Nylon,Linen', 'Brim folds flat in a pocket;Sweat band dries fast;Adjusts with one hand', 'hat,baseball cap'],

  ['Hiking Boots', 'footwear', 'boot', [110, 280], shoes, 'Full-Grain Leather,Suede,Waterproof', 'Sole grips wet rock;Can be resoled;Ankle padding breaks in fast', 'walking boots,waterproof boots'],
  ['Trail Shoes', 'footwear', 'boot', [79, 170], shoes, 'Knit,Ripstop,Mesh', 'Drains as you walk;Rock plate underfoot;Laces that stay tied', 'trail runners,running shoes'],
  ['House Slippers', 'footwear', 'slipper', [29, 90], shoes, 'Boiled Wool,Shearling,Felt', 'Sole fit for the garden path;Heel folds down;Wool keeps feet dry', 'indoor shoes'],

  ['Daypack', 'packs', 'backpack', [49, 160], litres, 'Recycled Nylon,Waxed Canvas,Ripstop', 'Sleeve for a 15-inch laptop;Bottle pockets you can reach;Straps shaped for small shoulders too', 'backpack,rucksack'],
  ['Trekking Backpack', 'packs', 'backpack', [120, 330], litres, 'Ripstop,Recycled Nylon,Coated', 'Frame moves with your hips;Opens from the side;Rain cover in the base', 'hiking backpack,rucksack'],
  ['Duffel Bag', 'packs', 'tote', [69, 190], litres, 'Coated Canvas,Recycled Nylon,Leather-Trimmed', 'Carries by hand or on the back;Wide mouth opens flat;Shoe pocket at one end', 'weekender,travel bag'],
  ['Market Tote', 'packs', 'tote', [19, 75], null, 'Organic Cotton,Waxed Canvas,Jute', 'Stands up on its own;Handles reach over a coat;Inside pocket for keys', 'shopping bag,tote bag'],

  ['Dome Tent', 'camp', 'tent', [140, 520], people, 'Ripstop,Recycled Polyester,Silnylon', 'Pitches in five minutes;Two doors, two porches;Poles coded by colour', 'camping tent'],
  ['Sleeping Bag', 'camp', 'bag', [79, 340], length, 'Recycled Down,Synthetic,Lined', 'Room to sleep on your side;Hood with a soft collar;Zip does not snag', 'mummy bag'],
  ['Sleeping Mat', 'camp', 'mat', [39, 180], length, 'Insulated,Self-Inflating,Foam', 'Quiet when you turn;Twelve breaths to fill;Patch kit included', 'sleeping pad,air mattress'],
  ['Travel Hammock', 'camp', 'hammock', [35, 110], null, 'Parachute Nylon,Cotton,Ripstop', 'Holds two adults;Straps kind to trees;Packs to the size of a grapefruit', 'hammock'],
  ['Camp Chair', 'camp', 'chair', [39, 140], null, 'Canvas,Aluminium,Beechwood', 'Folds to arm length;Feet do not sink in sand;Seat unzips for the wash', 'folding chair'],

  ['Camp Stove', 'camp-kitchen', 'stove', [45, 190], null, 'Brass,Titanium,Steel', 'Boils a litre in four minutes;Wind guard folds away;Simmers low enough for rice', 'burner,gas stove'],
  ['Cook Set', 'camp-kitchen', 'pot', [39, 150], pieces, 'Anodised,Titanium,Enamel', 'Lid drains pasta;Nests in one pot;Handles stay cool', 'mess kit,camping pots'],
  ['Insulated Bottle', 'camp-kitchen', 'bottle', [19, 55], capacity, 'Stainless,Powder-Coated,Recycled Steel', 'Hot for twelve hours;Fits a car cup holder;No taste, no sweat', 'water bottle,thermos'],
  ['Enamel Mug', 'camp-kitchen', 'mug', [9, 28], pieces, 'Plain,Speckled,Double-Wall', 'Goes on the fire;Rolled steel rim;Light enough to forget', 'camping cup,coffee mug'],
  ['Soft Cooler', 'camp-kitchen', 'cooler', [49, 210], null, 'Recycled Nylon,Coated Canvas,Welded', 'Ice lasts two days;Doubles as a seat;Drains at the base', 'ice box,cool bag'],

  ['Camp Lantern', 'lighting', 'lantern', [25, 95], null, 'Rechargeable,Brass,Solar', 'Dims down to candle light;Charges a phone in a pinch;Hangs from its handle', 'led lantern'],
  ['Headlamp', 'lighting', 'headlamp', [19, 85], null, 'Rechargeable,Lightweight,Waterproof', 'Red light spares night eyes;Strap washes clean;Locks off in the pack', 'head torch,flashlight'],
  ['Table Lamp', 'lighting', 'lamp', [49, 220], null, 'Stoneware,Oak,Linen-Shade', 'Warm bulb included;Fabric cord;Dimmer on the base', 'bedside lamp,desk lamp'],
  ['Soy Candle', 'lighting', 'candle', [14, 42], pieces, 'Cedar,Sea Salt,Fig Leaf', 'Burns for fifty hours;Cotton wick;Jar becomes a glass', 'scented candle'],

  ['Throw Blanket', 'bed-bath', 'blanket', [39, 190], null, 'Lambswool,Waffle Cotton,Recycled Wool', 'Big enough for two;Fringe tied by hand;Mild wash, line dry', 'wool blanket,plaid'],
  ['Linen Sheet Set', 'bed-bath', 'blanket', [119, 340], bed, 'Stonewashed,French,Cotton-Blend', 'Cool in summer, warm in winter;Deep pockets that stay on;Woven from European flax', 'bed sheets,bedding'],
  ['Down Pillow', 'bed-bath', 'pillow', [35, 140], bed, 'Recycled,Organic,Cotton-Shell', 'Two heights in one;Zip to take some filling out;Washes at home', 'bed pillow'],
  ['Bath Towel', 'bed-bath', 'towel', [16, 60], pieces, 'Turkish Cotton,Waffle Cotton,Organic Cotton', 'Thirsty from the first wash;Loop to hang it by;Dries by evening', 'towels'],

  ['Stoneware Bowl', 'table', 'bowl', [14, 58], pieces, 'Glazed,Speckled,Matte', 'Safe in oven and dishwasher;Thrown in small batches;Stacks without wobble', 'soup bowl,dishes'],
  ['Cutting Board', 'table', 'board', [24, 110], null, 'Walnut,Olive Wood,End-Grain', 'Groove catches the juice;Feet that do not slip;Oiled and ready', 'chopping board'],
  ["Chef's Knife", 'table', 'knife', [45, 210], null, 'High-Carbon,Damascus,Stainless', 'Holds an edge for months;Balanced at the bolster;Free sharpening for life', 'kitchen knife'],
  ['Dutch Oven', 'table', 'pot', [79, 320], null, 'Cast-Iron,Enamelled,Pre-Seasoned', 'From stove to oven to table;Lid bastes as it cooks;Handles fit mitts', 'casserole,cast iron pot'],
  ['Coffee Mug', 'table', 'mug', [12, 38], pieces, 'Stoneware,Porcelain,Terracotta', 'Handle for four fingers;Keeps its heat;No two glazes alike', 'tea cup'],

  ['Lounge Chair', 'home', 'chair', [180, 780], null, 'Oak,Bouclé,Leather', 'Frame joined, not screwed;Cushion covers wash;Carried to your room', 'armchair,accent chair'],
  ['Woven Basket', 'home', 'basket', [24, 95], pieces, 'Seagrass,Willow,Rattan', 'Handles take a load of logs;Keeps its shape;Made by hand', 'storage basket'],
  ['Plant Pot', 'home', 'planter', [16, 88], pieces, 'Terracotta,Fibrestone,Glazed', 'Saucer included;Hole that lets roots breathe;Frost-proof', 'planter,flower pot'],
  ['Wall Clock', 'home', 'clock', [35, 130], null, 'Oak,Brass,Enamel', 'Runs without a tick;Readable across a room;One battery a year', 'clock'],
]

export const KINDS: readonly Kind[] = ROWS.map(
  ([noun, category, shape, price, sizing, materials, features, alias]) => ({
    noun,
    category,
    shape,
    price,
    sizing,
    materials: materials.split(','),
    features: features.split(';'),
    alias: alias.split(','),
  }),
)
