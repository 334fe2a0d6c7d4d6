/** Elements and texts of one card, and of the page around the cards. */
const NODES_PER_CARD = 16
const NODES_AROUND = 10

const card = (n: number): string =>
  `<article class="card"><a href="/item/${n}"><img src="data:," alt="Lamp ${n}"></a><h3><a href="/item/${n}">Desk lamp ${n}</a></h3>` +
  `<p class="price"><span>$${(n % 90) + 9}.99</span></p><p><span>4.${n % 10} out of 5</span></p><button>Add to cart</button>` +
  `<p>In stock</p></article>`

/** A listing of so many nodes (elements and texts) that a recorder which does not yield stops the page. */
export function makeBigPage(nodes = 68_000): string {
  const cards = Math.ceil((nodes - NODES_AROUND) / NODES_PER_CARD)
  const list = Array.from({ length: cards }, (_, n) => card(n)).join('')
  return `<!doctype html><html lang="en"><head><title>All lamps</title><style>.card{display:inline-block;width:180px;height:210px;overflow:hidden}</style></head><body><main><h1>All lamps</h1>${list}</main></body></html>`
}
