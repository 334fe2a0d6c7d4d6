/**
 * A listing of 1,000 cards whose own script can replace all of them (`replaceCards`), as single-page shops do, and
 * whose hearts answer to clicks.
 */
export const CARDS_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>All chairs</title><style>
body{font:14px sans-serif;margin:16px}.grid{display:grid;grid-template-columns:repeat(5,1fr);gap:12px}
.card{border:1px solid #ccc;padding:8px}.card img{width:100%;height:60px;background:#eee}.heart[aria-pressed=true]{color:#c00}
</style></head><body>
<header><a href="/">Chairs and more</a> <form action="/search" role="search"><input name="q" aria-label="Search"><button>Search</button></form></header>
<main><h1>All chairs</h1><p id="liked" role="status">0 liked</p><section class="grid" aria-label="Results"></section></main>
<script>
const grid = document.querySelector('.grid')
let round = 0
const card = (n) => '<article class="card"><a href="/chair/' + n + '"><img alt="Chair ' + n + '" src="data:,"></a><h3><a href="/chair/' + n +
  '">Oak chair number ' + n + '</a></h3><p><span aria-label="Rated 4.' + n % 10 + ' out of 5">★★★★</span> <span>(' + n * 7 % 400 + ')</span></p><p><span>$' + (n % 90 + 20) +
  '.99</span> <s>$' + (n % 90 + 40) + '.00</s></p><p>Arrives by Friday</p><button class="heart" aria-pressed="false">Like chair ' + n + '</button></article>'
function replaceCards() {
  const first = round++ * 1000
  grid.innerHTML = Array.from({ length: 1000 }, (_, i) => card(first + i)).join('')
}
grid.addEventListener('click', (event) => {
  const heart = event.target.closest('.heart')
  if (!heart) return
  heart.setAttribute('aria-pressed', String(heart.getAttribute('aria-pressed') !== 'true'))
  document.querySelector('#liked').textContent = grid.querySelectorAll('[aria-pressed=true]').length + ' liked'
})
replaceCards()
</script></body></html>`
