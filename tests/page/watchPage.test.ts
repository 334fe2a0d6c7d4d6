import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PageBrowser, startPageBrowser } from '../support/pageBrowser.ts'

let browser: PageBrowser
beforeAll(async () => {
  browser = await startPageBrowser()
}, 60_000)
afterAll(() => browser.close())

declare global {
  var watched: ReturnType<typeof pageHarness.watch>
}

/** Opens a page, watches it, and waits for the first look. */
async function watching(html: string, url?: string): Promise<Page> {
  const page = await browser.open(`<!doctype html><body>${html}`, url)
  await page.evaluate(() => {
    globalThis.watched = pageHarness.watch()
  })
  await page.waitForFunction(() => watched.seen.length > 0)
  return page
}

/** Waits until the newest view that was handed out says `text`. */
const untilSeen = (page: Page, text: string) =>
  page.waitForFunction((wanted) => watched.seen.at(-1)?.observation.context.includes(wanted), text)

test('looks after loading, once', async () => {
  const page = await watching('<main><a href="/a">Shoes</a></main>')
  await page.waitForLoadState('load')
  await page.evaluate(() => watched.watcher.current())
  expect(await page.evaluate(() => watched.seen.length)).toBe(1)
  await page.close()
})

test.each<[string, string, string]>([
  [
    'added elements',
    `document.querySelector('main').insertAdjacentHTML('beforeend', '<a href="/b">Socks</a>')`,
    'name="socks"',
  ],
  ['changed text', `document.querySelector('a').firstChild.data = 'Hats'`, 'name="hats"'],
  ['a removed element', `document.querySelector('a').remove()`, 'Text'],
  ['a class that shows something', `document.querySelector('#menu').className = 'open'`, 'name="belts"'],
  ['a class on the body that shows something', `document.body.className = 'open'`, 'name="gloves"'],
  ['a class that shows what comes after', `document.querySelector('#toggle').className = 'open'`, 'name="scarves"'],
  ['an attribute that labels', `document.querySelector('a').setAttribute('aria-label', 'Coats')`, 'name="coats"'],
  [
    'a new style sheet',
    `document.head.append(Object.assign(document.createElement('style'), { textContent: '#menu { display: block !important }' }))`,
    'name="belts"',
  ],
  ['details that open', `document.querySelector('details').open = true`, 'name="inside"'],
  ['a dialog', `document.querySelector('dialog').showModal()`, 'name="accept"'],
  [
    'an open shadow root',
    `document.querySelector('x-box').shadowRoot.innerHTML = '<a href="/s">Shades</a>'`,
    'name="shades"',
  ],
  [
    'a shadow root made later',
    `{ const host = document.createElement('div'); host.attachShadow({ mode: 'open' }).innerHTML = '<a href="/n">Nested</a>'; document.querySelector('main').append(host) }`,
    'name="nested"',
  ],
  [
    'a field that is ticked',
    `{ const box = document.querySelector('input'); box.checked = true; box.dispatchEvent(new Event('change', { bubbles: true })) }`,
    'type="checkbox" checked',
  ],
])('sees %s, at once and by itself', async (_, change, expected) => {
  const html = `<style>#menu,.gloves,.scarves{display:none}#menu.open,body.open .gloves,.open~.scarves{display:block}</style>
    <main><p>Text</p><a href="/a">Shoes</a><div id="menu"><a href="/c">Belts</a><a href="/c2">Ties</a></div><div class="gloves"><a href="/g">Gloves</a></div>
    <div><span id="toggle">x</span><div class="scarves"><a href="/sc">Scarves</a></div></div><details><summary>More</summary><a href="/i">Inside</a></details>
    <dialog><button>Accept</button></dialog><x-box><template shadowrootmode="open"><p>empty</p></template></x-box><label><input type="checkbox"> Gift</label></main>`
  const page = await watching(html)
  expect(await page.evaluate(() => watched.seen.at(-1)?.observation.context)).not.toMatch(
    expected === 'Text' ? /^$/ : expected,
  )
  const context = await page.evaluate((code) => {
    // biome-ignore lint/security/noGlobalEval: the change is the test's own
    globalThis.eval(code)
    return watched.watcher.current().observation.context
  }, change)
  expect(context).toContain(expected)
  if (expected === 'Text') expect(context).not.toContain('shoes')
  await page.close()

  const other = await watching(html)
  await other.evaluate(change)
  await untilSeen(other, expected)
  await other.close()
})

test('what the incremental look gives is what a whole look gives', async () => {
  const page = await watching('<main></main>')
  const differences = await page.evaluate(() => {
    const main = document.querySelector('main') as Element
    const wrong: string[] = []
    for (let round = 0; round < 60; round++) {
      const blocks = [...main.querySelectorAll('*'), main]
      const target = blocks[(round * 7919) % blocks.length] as Element
      const kind = round % 5
      if (kind < 2)
        target.insertAdjacentHTML(
          'beforeend',
          `<div><h3>Part ${round}</h3><a href="/${round}">Thing ${round}</a><button>Add</button><p>${'word '.repeat(round)}</p></div>`,
        )
      else if (kind === 2 && target !== main) target.remove()
      else if (kind === 3) target.setAttribute('style', round % 2 ? 'display:none' : '')
      else target.append(` text ${round}`)
      const now = watched.watcher.current().observation.context
      if (now !== pageHarness.look().observation.context) wrong.push(`round ${round}`)
    }
    return wrong
  })
  expect(differences).toEqual([])
  await page.close()
})

test('the same picture is handed out once, and keeps its identity for elements rendered anew', async () => {
  const page = await watching('<main><div id="box"><a href="/a">Shoes</a><a href="/b">Socks</a></div></main>')
  const result = await page.evaluate(() => {
    const before = watched.watcher.current()
    const box = document.querySelector('#box') as Element
    box.innerHTML = box.innerHTML.slice()
    const after = watched.watcher.current()
    const link = document.querySelector('a') as Element
    return { same: before === after, seen: watched.seen.length, name: after.nameOf(link)?.name }
  })
  expect(result).toEqual({ same: true, seen: 1, name: 'shoes' })
  await page.close()
})

test('an action on a big page that is changing gets the picture of before, whole, at once', async () => {
  const page = await watching('<main><button>First</button></main>')
  await page.evaluate(() => {
    const rows = Array.from({ length: 1600 }, (_, n) => `<p>Row ${n}</p><button>Like ${n}</button>`)
    document.querySelector('main')?.insertAdjacentHTML('beforeend', rows.join(''))
  })
  await untilSeen(page, 'name="like_1599"')
  const result = await page.evaluate(() => {
    const before = watched.seen.at(-1)
    const [first, second] = document.querySelectorAll('button')
    first?.remove()
    second?.insertAdjacentHTML('beforebegin', '<button>Newcomer</button>')
    const now = watched.watcher.current()
    return {
      same: now === before,
      known: second && now.nameOf(second)?.name,
      unknown: now.elementOf(document.querySelector('button') as Element),
    }
  })
  expect(result).toEqual({ same: true, known: 'like_0', unknown: null })
  await untilSeen(page, 'name="newcomer"')
  await page.close()
})

test('a page that changes without end is looked at all the same', async () => {
  const page = await watching('<main><a href="/a">Shoes</a><p>0</p></main>')
  await page.evaluate(() => {
    const text = (document.querySelector('p') as Element).firstChild as Text
    let count = 0
    setInterval(() => {
      text.data = `tick ${++count}`
    }, 10)
  })
  await page.waitForFunction(() => watched.seen.length >= 3)
  await page.close()
})

test('a page that changes every second is looked at ever more seldom, and at once when somebody touches it', async () => {
  const page = await browser.open('<!doctype html><body><main><a href="/a">Shoes</a><p>0</p></main>')
  await page.clock.install()
  await page.evaluate(() => {
    globalThis.watched = pageHarness.watch()
  })
  const tick = async (count: number, ms: number): Promise<number> => {
    await page.evaluate((text) => {
      ;(document.querySelector('p') as Element).textContent = text
    }, `tick ${count}`)
    await page.clock.runFor(ms)
    // A look goes on in messages of its own, which no clock moves.
    return page.evaluate(async () => {
      for (let n = 0; n < 20; n++) {
        const { port1, port2 } = new MessageChannel()
        const heard = new Promise((resolve) => port1.addEventListener('message', resolve, { once: true }))
        port1.start()
        port2.postMessage(null)
        await heard
      }
      return watched.seen.length
    })
  }
  const seen: number[] = []
  for (let second = 0; second < 16; second++) seen.push(await tick(second, 1000))
  expect(seen[2]).toBe(3)
  const looks = (from: number, to: number) => (seen[to] ?? 0) - (seen[from] ?? 0)
  expect(looks(2, 15)).toBeLessThan(7)
  // Never given up.
  expect(looks(7, 15)).toBeGreaterThan(0)
  await tick(16, 10)
  await page.mouse.move(20, 20)
  await tick(17, 100)
  expect(await page.evaluate(() => watched.seen.at(-1)?.observation.context)).toContain('tick 17')
  await page.close()
})

test('navigation within the page gives a picture with the new address', async () => {
  const page = await watching('<main><a href="/a">Shoes</a></main>', 'https://shop.example/one')
  const at = await page.evaluate(() => {
    history.pushState(null, '', '/two')
    return watched.watcher.current().observation.url
  })
  expect(at).toBe('https://shop.example/two')
  await page.evaluate(() => history.pushState(null, '', '/three'))
  await page.waitForFunction(() => watched.seen.at(-1)?.observation.url === 'https://shop.example/three')
  await page.close()
})

test('what only hovering shows has its name by the time it is clicked', async () => {
  const page = await watching(
    `<style>.menu{display:none}.top:hover .menu{display:block}</style><main><div class="top"><span>Departments</span><div class="menu"><a id="m" href="/m">Music</a><a href="/b">Books</a></div></div></main>`,
  )
  await page.evaluate(() => {
    document.addEventListener(
      'click',
      (event) => {
        event.preventDefault()
        const view = watched.watcher.current()
        document.title = view.nameOf(view.elementOf(event.target as Element) ?? document.body)?.name ?? 'nothing'
      },
      true,
    )
  })
  await page.hover('.top span')
  await page.click('#m')
  expect(await page.title()).toBe('music')
  await page.close()
})

test('stops when told to', async () => {
  const page = await watching('<main><a href="/a">Shoes</a></main>')
  const seen = await page.evaluate(async () => {
    watched.stop()
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<a href="/b">Socks</a>')
    const other = pageHarness.watch()
    while (other.seen.length === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
    return watched.seen.length
  })
  expect(seen).toBe(1)
  await page.close()
})

test('the page gets its turn again and again while 30,000 elements are read', async () => {
  const page = await browser.open('<!doctype html><main></main>')
  const { names, turns } = await page.evaluate(async () => {
    ;(document.querySelector('main') as Element).innerHTML = Array.from(
      { length: 3000 },
      (_, index) =>
        `<div><h3>Item ${index}</h3><p><span>Some</span> <b>text</b></p><a href="/${index}">View item ${index}</a><p>$${index}.00 <i>x</i></p><em>y</em></div>`,
    ).join('')
    document.body.getBoundingClientRect()
    const { port1, port2 } = new MessageChannel()
    const { seen, stop } = pageHarness.watch()
    let busy = false
    let turns = 0
    // Counts how often another task of the page runs from the first piece of the look to its end.
    const first = performance.now()
    await new Promise<void>((resolve) => {
      port1.onmessage = () => {
        if (seen.length > 0) return resolve()
        if (performance.now() - first > 150) busy = true
        if (busy) turns++
        port2.postMessage(null)
      }
      port2.postMessage(null)
    })
    stop()
    return { names: seen[0]?.observation.context.includes('item_2999'), turns }
  })
  expect(names).toBe(true)
  expect(turns).toBeGreaterThan(5)
  await page.close()
})
