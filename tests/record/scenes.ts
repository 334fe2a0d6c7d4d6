import type { Engine, Scene } from './recordingBrowser.ts'

/** One row: a scripted gesture in a real browser, and exactly what must be recorded of it. */
export interface Row extends Scene {
  gesture: string
  /** In the words of `summarize`; the document's first `navigate` is left out unless `arrivals` is set. */
  expected: string[]
  arrivals?: boolean
  engines?: Engine[]
}

const SEARCH =
  '<form id="form" action="found"><input id="field" name="q" data-name="nav.search"><button id="go" data-name="nav.go">Go</button></form>'
const STAY = '<script>document.addEventListener("submit", (event) => event.preventDefault())</script>'
const link = (id: string, href = 'next') => `<a id="${id}" href="${href}" data-name="${id}">${id}</a>`

export const clicks: Row[] = [
  {
    gesture: 'a click on a link that navigates away',
    html: link('one'),
    act: async ({ page }) => Promise.all([page.waitForNavigation(), page.click('#one')]),
    expected: ['navigate typed ', 'click one', 'navigate link next'],
    arrivals: true,
  },
  {
    gesture: 'a click whose handler leaves the page by script',
    html: '<button id="buy" data-name="buy" onclick="location.assign(\'next\')">Buy</button>',
    act: async ({ page }) => Promise.all([page.waitForNavigation(), page.click('#buy')]),
    expected: ['click buy'],
  },
  {
    gesture: 'a click on a child of a named element',
    html: '<a href="#" data-name="card"><span><b id="deep">x</b></span></a>',
    act: ({ page }) => page.click('#deep'),
    expected: ['click card', 'navigate in_page #'],
  },
  {
    gesture: 'a click on nothing',
    html: '<p id="text">Some text</p>',
    act: ({ page }) => page.click('#text'),
    expected: [],
  },
  {
    gesture: 'a click that the page stops at the window',
    html: '<script>for (const type of ["pointerdown", "click"]) addEventListener(type, (event) => event.stopImmediatePropagation(), true)</script><button id="one" data-name="one">1</button>',
    act: ({ page }) => page.click('#one'),
    expected: ['click one'],
  },
  {
    gesture: 'synthetic clicks, keys and changes by the page',
    html: `${SEARCH}${STAY}<input id="box" type="checkbox" data-name="box">`,
    act: ({ page }) =>
      page.evaluate(() => {
        const field = document.querySelector('#field') as HTMLInputElement
        field.value = 'by the page'
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
        field.dispatchEvent(new Event('change', { bubbles: true }))
        document.querySelector<HTMLElement>('#go')?.click()
        document.querySelector<HTMLElement>('#box')?.click()
        document.querySelector('#go')?.dispatchEvent(new PointerEvent('click', { bubbles: true }))
        document.querySelector<HTMLFormElement>('#form')?.requestSubmit()
      }),
    expected: [],
  },
  {
    gesture: 'a double click',
    html: '<button id="plus" data-name="plus">+</button>',
    act: ({ page }) => page.click('#plus', { count: 2 }),
    expected: ['click plus', 'click plus'],
  },
  {
    gesture: 'a middle click on a link',
    html: link('one'),
    act: ({ page }) => page.click('#one', { button: 'middle' }),
    expected: ['click one'],
  },
  {
    gesture: 'a right click',
    html: link('one'),
    act: ({ page }) => page.click('#one', { button: 'right' }),
    expected: [],
  },
  {
    gesture: 'a drag from one button to another',
    html: '<div data-name="bar"><button id="a" data-name="a" style="margin:40px">A</button><button id="b" data-name="b">B</button></div><button id="c" data-name="c" style="margin:40px">C</button><p><button id="d" data-name="d">D</button></p>',
    act: ({ drag }) => drag('#c', '#d'),
    expected: [],
  },
  {
    gesture: 'a press that slides within a button',
    html: '<button id="wide" data-name="wide" style="width:300px"><span id="l">left</span> and <span id="r">right</span></button>',
    act: ({ drag }) => drag('#l', '#r'),
    expected: ['click wide'],
  },
  {
    gesture: 'a drag that marks the text of a field, released far from it',
    html: '<input id="field" data-name="field" value="red shirt"><p style="height:200px"></p><button id="far" data-name="far">Far</button>',
    act: ({ drag }) => drag('#field', '#far'),
    expected: [],
  },
  {
    gesture: 'a drag that marks the text of a field, within it',
    html: '<div style="display:flex;width:300px"><input id="field" data-name="field" value="red shirt" style="width:300px"></div>',
    act: async ({ page }) => {
      await page.mouse.move(20, 20)
      await page.mouse.down()
      await page.mouse.move(200, 20, { steps: 4 })
      await page.mouse.up()
    },
    expected: ['click field'],
  },
  {
    gesture: 'a touch',
    html: '<button id="one" data-name="one">1</button>',
    act: async ({ page, until }) => {
      await page.evaluate(() => addEventListener('click', () => (document.title = 'clicked')))
      await page.touchscreen.tap(20, 20)
      await until('document.title === "clicked"')
    },
    expected: ['click one'],
  },
  {
    gesture: 'a click in an open shadow root',
    html: `<div id="host"></div><script>host.attachShadow({mode: 'open'}).innerHTML = '<button data-name="inner"><i>in</i></button>'</script>`,
    act: ({ page }) => page.click('#host >>> i'),
    expected: ['click inner'],
  },
  {
    gesture: 'a click in an open shadow root within another, on an element the view misses',
    html: `<div id="host"></div><script>host.attachShadow({mode: 'open'}).innerHTML = '<div></div>'; host.shadowRoot.firstChild.attachShadow({mode: 'open'}).innerHTML = '<button>Deep down</button>'</script>`,
    act: ({ page }) => page.click('#host >>> button'),
    expected: ['click deep_down'],
  },
  {
    gesture: 'a target that the page removes at pointerdown',
    html: '<div data-name="list"><button id="gone" data-name="gone" onpointerdown="this.remove()">x</button></div>',
    act: ({ page }) => page.click('#gone'),
    expected: ['click gone'],
  },
  {
    gesture: 'a target that the page replaces at pointerdown by one that looks the same',
    html: '<div id="list"><button id="old" data-name="old" style="width:90px">x</button></div><script>old.onpointerdown = () => { list.innerHTML = \'<button data-name="new" style="width:90px">x</button>\' }</script>',
    act: ({ page }) => page.click('#old'),
    expected: ['click old'],
  },
  {
    gesture: 'a target that the page hides at mousedown, so that the click falls on what lies around',
    html: '<div data-name="list" style="padding:9px"><button id="gone" data-name="gone" onmousedown="this.hidden = true">x</button></div>',
    act: ({ page }) => page.click('#gone'),
    expected: ['click gone'],
  },
  {
    gesture: 'an overlay that comes under the pointer at pointerdown',
    html: '<button id="one" data-name="one">1</button><div id="over" hidden data-name="over" style="position:fixed;inset:0 0 60px 0"></div><script>one.onpointerdown = () => { over.hidden = false }</script>',
    act: ({ page }) => page.click('#one'),
    expected: ['click one'],
  },
  {
    gesture: 'a page that leaves at mousedown, before any click',
    html: '<button id="one" data-name="one" onmousedown="location.assign(\'next\')">1</button>',
    act: async ({ page }) => {
      await page.hover('#one')
      await Promise.all([page.waitForNavigation(), page.mouse.down()])
      await page.mouse.up()
    },
    expected: ['click one'],
  },
  {
    gesture: 'Enter and Space on a focused button, Enter on a focused link',
    html: `<button id="one" data-name="one">1</button>${link('two', '#two')}`,
    act: async ({ page, press }) => {
      await page.focus('#one')
      await press('Enter')
      await press(' ')
      await page.focus('#two')
      await press('Enter')
    },
    expected: ['click one', 'click one', 'click two', 'navigate in_page #two'],
  },
  {
    gesture: 'Enter and Space on a focused widget that is no native button, Tab and letters on it',
    html: '<div data-name="card"><div id="one" role="button" tabindex="0" data-name="one">1</div></div>',
    act: async ({ page, press }) => {
      await page.focus('#one')
      await press('Enter')
      await press(' ')
      await press('a')
      await press('Tab')
    },
    expected: ['click one', 'click one'],
  },
  {
    gesture: 'a summary and a dialog',
    html: '<details><summary id="more" data-name="more">More</summary></details><button id="open" data-name="open" onclick="box.showModal()">Open</button><dialog id="box"><form method="dialog"><button id="ok" data-name="ok">OK</button></form></dialog>',
    act: async ({ page }) => {
      await page.click('#more')
      await page.click('#open')
      await page.click('#ok')
    },
    expected: ['click more', 'click open', 'click ok'],
  },
  {
    gesture: 'Enter in a list box that points at its active option',
    html: '<div id="list" role="listbox" tabindex="0" data-name="list" aria-activedescendant="b"><p role="option" id="a" data-name="a">A</p><p role="option" id="b" data-name="b">B</p></div>',
    act: async ({ page, press }) => {
      await page.focus('#list')
      await press('Enter')
    },
    expected: ['click b'],
  },
  {
    gesture: 'Enter on a page where nothing has the focus',
    html: '<div data-name="page">text</div>',
    act: ({ press }) => press('Enter'),
    expected: [],
  },
  {
    gesture: 'an interactive element that the view misses, beside named ones',
    html: '<ul><li><a href="#1" data-name="results.red_shirt.view_product">Red shirt</a> <button id="new">Add to list</button></li></ul>',
    act: ({ page }) => page.click('#new'),
    expected: ['click results.red_shirt.add_to_list'],
  },
  {
    gesture: 'missing elements: same text as a named one, no text, a hand cursor only',
    html: '<ul><li><button data-name="bar.save">Save</button><button id="save">Save</button><button id="icon"><svg width="9" height="9"></svg></button><div id="hand" style="cursor:pointer"><b>For Jane Roe</b></div></li></ul>',
    act: async ({ page }) => {
      await page.click('#save')
      await page.click('#icon')
      await page.click('#hand b')
    },
    expected: ['click bar.save_2', 'click bar.button', 'click bar.for_name'],
  },
  {
    gesture: 'a click on an excluded page',
    html: `<body data-page-type="sign_in">${link('one', '#1')}<input id="field" data-name="field">`,
    act: async ({ page, type, press }) => {
      await page.click('#one')
      await type('#field', 'secret')
      await press('Enter')
    },
    expected: ['navigate in_page #1', 'skipped excluded_page'],
  },
]

/** What shops do beside links and buttons of their own page. */
export const pieces: Row[] = [
  {
    gesture: 'a click in a frame, in one that the page wrote, and outside again: no frame is reached, shown or hidden',
    // Firefox keeps the frame's first, empty document's window, and runs this harness there; tests/e2e/frames.e2e.ts is for both.
    engines: ['chromium'],
    html: `<button id="out" data-name="out">out</button><iframe id="framed" src="framed"></iframe>
      <iframe id="source" srcdoc="<button id='in' data-name='in_source'>in</button>"></iframe>`,
    pages: { framed: '<button id="in" data-name="in_frame">in</button>' },
    act: async ({ page }) => {
      for (const id of ['#framed', '#source']) {
        const frame = await (await page.waitForSelector(id))?.contentFrame()
        await (await frame?.waitForSelector('#in'))?.click()
      }
      await page.click('#out')
    },
    expected: ['click in_frame', 'click in_source', 'click out'],
  },
  {
    gesture: 'typing, a choice and Enter in a frame',
    // Firefox keeps the frame's first, empty document's window, and runs this harness there; tests/e2e/frames.e2e.ts is for both.
    engines: ['chromium'],
    html: '<iframe id="framed" src="framed"></iframe>',
    pages: {
      framed: `<select id="sort" data-name="sort"><option>Best match<option>Price</select><input id="field" data-name="search">`,
    },
    act: async ({ page }) => {
      const frame = await (await page.waitForSelector('#framed'))?.contentFrame()
      await (await frame?.waitForSelector('#sort'))?.focus()
      await page.keyboard.press('ArrowDown')
      await (await frame?.$('#field'))?.focus()
      await page.keyboard.type('tent')
      await page.keyboard.press('Enter')
    },
    expected: ['input sort "Price"', 'type_and_submit search "tent"'],
  },
  {
    gesture: 'a stepper of two buttons: the page changes the field, the participant clicked',
    html: `<button id="less" data-name="less">-</button><input id="count" data-name="count" value="1"><button id="more" data-name="more">+</button>
      <script>const step = (by) => { count.value = Number(count.value) + by; count.dispatchEvent(new Event('change', { bubbles: true })) }
      more.onclick = () => step(1); less.onclick = () => step(-1)</script>`,
    act: async ({ page }) => {
      await page.click('#more')
      await page.click('#more')
      await page.click('#less')
    },
    expected: ['click more', 'click more', 'click less'],
  },
  {
    gesture: 'a list that grows as it is scrolled, and a click on what came',
    html: `<ul id="list"></ul><script>
      const grow = () => { for (let n = 0; n < 20; n++) list.insertAdjacentHTML('beforeend', '<li style="height:100px"><button id="b' + list.children.length + '" data-name="item_' + list.children.length + '">x</button>') }
      grow()
      addEventListener('scroll', () => { if (scrollY + innerHeight > document.body.scrollHeight - 400) grow() })</script>`,
    act: async ({ page, wheel, until }) => {
      await wheel(1200)
      await until('list.children.length >= 40 && scrollY === 1200')
      await wheel(800)
      await until('scrollY === 2000')
      await page.click('#b24')
    },
    expected: ['scroll 0 2000', 'click item_24'],
  },
  {
    gesture: 'a question of the browser before a click takes effect',
    html: `<button id="gone" data-name="remove" onclick="if (confirm('Remove?')) this.textContent = 'removed'">x</button>`,
    act: async ({ page, until }) => {
      page.once('dialog', (dialog) => dialog.accept())
      await page.click('#gone')
      await until('gone.textContent === "removed"')
    },
    expected: ['click remove'],
  },
  {
    gesture: 'a link that opens a tab of its own, and the way back',
    html: '<a id="one" href="next" target="_blank" data-name="one">1</a>',
    act: async ({ page, browser, until, recorded }) => {
      const before = (await browser.pages()).length
      await page.click('#one')
      await recorded('"how":"hidden"')
      await page.bringToFront()
      await until('document.visibilityState === "visible"')
      if ((await browser.pages()).length <= before) throw new Error('No tab was opened.')
    },
    expected: ['click one', 'tab hidden', 'tab shown'],
  },
  {
    gesture: 'a menu that a dialog shows, closed by Escape',
    html: `<button id="open" data-name="open" onclick="box.showModal()">Open</button><dialog id="box"><button id="two" data-name="two">2</button></dialog>`,
    act: async ({ page, press, until }) => {
      await page.click('#open')
      await page.click('#two')
      await press('Escape')
      await until('!box.open')
      await page.click('#open')
      await press('Escape')
    },
    expected: ['click open', 'click two', 'click open'],
  },
  {
    gesture: 'two fingers at once: no click',
    html: '<button id="one" data-name="one" style="width:300px;height:300px">1</button>',
    engines: ['chromium'],
    act: async ({ page }) => {
      const session = await page.createCDPSession()
      const touch = (type: 'touchStart' | 'touchEnd', points: number[]) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((x) => ({ x, y: 100 })) })
      await touch('touchStart', [50, 200])
      await touch('touchEnd', [])
    },
    expected: [],
  },
  {
    gesture: 'a slider of another make, moved by keys; a switch by Space',
    html: '<div id="slide" role="slider" tabindex="0" aria-valuenow="3" data-name="price">3</div><div id="on" role="switch" tabindex="0" data-name="stock">In stock</div>',
    act: async ({ page, press }) => {
      await page.focus('#slide')
      await press('ArrowRight')
      await page.focus('#on')
      await press(' ')
    },
    expected: ['click stock'],
  },
]

export const options: Row[] = [
  {
    gesture: 'a click on a label around its checkbox',
    html: '<label id="label">Red <input type="checkbox" data-name="colour.red"></label>',
    act: ({ page }) => page.click('#label', { offset: { x: 3, y: 5 } }),
    expected: ['click colour.red'],
  },
  {
    gesture: 'a click on a label apart from its radio button, twice',
    html: '<input type="radio" id="box" data-name="size.xl"><p><label for="box" id="label"><b>XL</b></label></p>',
    act: async ({ page }) => {
      await page.click('#label b')
      await page.click('#label b')
    },
    expected: ['click size.xl', 'click size.xl'],
  },
  {
    gesture: 'a label that alone has a name, its input hidden by style',
    html: '<label id="label" data-name="swatch.blue">Blue <input type="radio" style="position:absolute;opacity:0;pointer-events:none"></label>',
    act: ({ page }) => page.click('#label', { offset: { x: 3, y: 5 } }),
    expected: ['click swatch.blue'],
  },
  {
    gesture: 'a label within a named option, its input unnamed',
    html: '<ul><li role="option" data-name="swatch.blue"><label id="label">Blue <input type="radio"></label></li></ul>',
    act: ({ page }) => page.click('#label', { offset: { x: 3, y: 5 } }),
    expected: ['click swatch.blue'],
  },
  {
    gesture: 'a link within a label',
    html: '<label>I read the <a id="terms" href="#terms" data-name="terms">terms</a> <input type="checkbox" data-name="agree"></label>',
    act: ({ page }) => page.click('#terms'),
    expected: ['click terms', 'navigate in_page #terms'],
  },
  {
    gesture: 'a label of a text field',
    html: '<label id="label" for="field">City</label><p><input id="field" data-name="city">',
    act: ({ page }) => page.click('#label'),
    expected: ['click city'],
  },
  {
    gesture: 'clicks on a checkbox and on a radio button: no input beside them',
    html: '<input id="box" type="checkbox" data-name="box"><input id="dot" type="radio" data-name="dot">',
    act: async ({ page }) => {
      await page.click('#box')
      await page.click('#dot')
    },
    expected: ['click box', 'click dot'],
  },
  {
    gesture: 'Space on a checkbox, an arrow key in a group of radio buttons',
    html: '<input id="box" type="checkbox" data-name="box"><input id="one" name="n" type="radio" data-name="one"><input name="n" type="radio" data-name="two">',
    act: async ({ page, press }) => {
      await page.focus('#box')
      await press(' ')
      await page.click('#one')
      await press('ArrowDown')
    },
    expected: ['click box', 'click one', 'click two'],
  },
  {
    gesture: 'a checkbox whose label lies in a shadow root',
    html: `<div id="host"></div><script>host.attachShadow({mode: 'open'}).innerHTML = '<label>In stock<input type="checkbox" data-name="stock"></label>'</script>`,
    act: ({ page }) => page.click('#host >>> label', { offset: { x: 3, y: 5 } }),
    expected: ['click stock'],
  },
  {
    gesture: 'a native select by keys',
    html: '<select id="sort" data-name="sort"><option>Best match<option>Price</select>',
    act: async ({ page, press }) => {
      await page.focus('#sort')
      await press('ArrowDown')
    },
    expected: ['input sort "Price"'],
  },
  {
    gesture: 'a native select whose form submits itself',
    html: '<form onsubmit="return false"><select id="sort" data-name="sort" onchange="form.requestSubmit()"><option>Best match<option>Price</select></form>',
    act: async ({ page, press }) => {
      await page.focus('#sort')
      await press('ArrowDown')
    },
    expected: ['input sort "Price"'],
  },
  {
    gesture: 'clicks in an open list and on a slider, by the mouse',
    html: '<select id="list" size="3" data-name="list"><option>One<option id="two">Two</select><input id="range" type="range" min="0" max="100" value="0" data-name="price" style="width:200px">',
    act: async ({ page }) => {
      await page.click('#two')
      await page.click('#range')
    },
    expected: ['input list "Two"', 'input price "50"'],
  },
  {
    gesture: 'a select in a shadow root',
    html: `<div id="host"></div><script>host.attachShadow({mode: 'open'}).innerHTML = '<select data-name="sort"><option>A<option>B</select>'</script>`,
    act: async ({ page, press }) => {
      await (await page.$('#host >>> select'))?.focus()
      await press('ArrowDown')
    },
    expected: ['input sort "B"'],
  },
]

export const typing: Row[] = [
  {
    gesture: 'Enter in a search form: the browser clicks its button, and that is no action',
    html: SEARCH,
    act: async ({ page, type, press }) => {
      await type('#field', 'red shoes')
      await Promise.all([page.waitForNavigation(), press('Enter')])
    },
    expected: ['type_and_submit nav.search "red shoes"'],
  },
  {
    gesture: 'Enter in a form without a button',
    html: `<form><input id="field" data-name="search"></form>${STAY}`,
    act: async ({ type, press }) => {
      await type('#field', 'shoes')
      await press('Enter')
    },
    expected: ['type_and_submit search "shoes"'],
  },
  {
    gesture: 'Enter in a field without a form, twice with more text',
    html: '<input id="field" data-name="search">',
    act: async ({ page, type, press }) => {
      await type('#field', 'shoes')
      await press('Enter')
      await page.keyboard.type(' red')
      await press('Enter')
    },
    expected: ['type_and_submit search "shoes"', 'type_and_submit search "shoes red"'],
  },
  {
    gesture: 'Enter in a field that was filled already, and one that leaves the page by script',
    html: '<input id="field" value="old" data-name="search" onkeydown="if (event.key === \'Enter\') location.assign(\'next\')">',
    act: async ({ page, press }) => {
      await page.focus('#field')
      await Promise.all([page.waitForNavigation(), press('Enter')])
    },
    expected: ['type_and_submit search "old"'],
  },
  {
    gesture: 'the search button after typing',
    html: SEARCH,
    act: async ({ page, type }) => {
      await type('#field', 'red shoes')
      await Promise.all([page.waitForNavigation(), page.click('#go')])
    },
    expected: ['type_and_submit nav.search "red shoes"'],
  },
  {
    gesture: 'a click into the field, typing, the search button reached by Tab and pressed by Space',
    html: SEARCH + STAY,
    act: async ({ page, press }) => {
      await page.click('#field')
      await page.keyboard.type('shoes')
      await press('Tab')
      await press(' ')
    },
    expected: ['click nav.search', 'type_and_submit nav.search "shoes"'],
  },
  {
    gesture: 'the search button after the field was left for something else',
    html: `${SEARCH}${STAY}<button id="other" data-name="other">Other</button>`,
    act: async ({ page, type }) => {
      await type('#field', 'shoes')
      await page.click('#other')
      await page.click('#go')
      await page.click('#go')
    },
    expected: ['input nav.search "shoes"', 'click other', 'type_and_submit nav.search "shoes"', 'click nav.go'],
  },
  {
    gesture: 'the search button after typing a price beside the search field',
    html: `<form><input id="field" type="search" data-name="search"><input id="price" type="number" data-name="price"><button id="go" data-name="go" data-click-type="search">Go</button></form>${STAY}`,
    act: async ({ page, type }) => {
      await type('#field', 'shoes')
      await type('#price', '50')
      await page.click('#go')
    },
    expected: ['input search "shoes"', 'input price "50"', 'type_and_submit search "shoes"'],
  },
  {
    gesture: 'the search button pressed, but released elsewhere',
    html: SEARCH + STAY,
    act: async ({ type, drag }) => {
      await type('#field', 'shoes')
      await drag('#go', '#end')
    },
    expected: ['input nav.search "shoes"'],
  },
  {
    gesture: 'the search button of a page without a form, known by its click type',
    html: '<input id="field" data-name="search"><span id="lens" role="button" data-name="lens" data-click-type="search">o</span>',
    act: async ({ page, type }) => {
      await type('#field', 'shoes')
      await page.click('#lens')
    },
    expected: ['type_and_submit search "shoes"'],
  },
  {
    gesture: 'the search button without typing',
    html: SEARCH + STAY,
    act: ({ page }) => page.click('#go'),
    expected: ['click nav.go'],
  },
  {
    gesture: 'add to cart after typing a quantity: a click, and the quantity beside it',
    html: `<form><input id="field" name="quantity" value="1" data-name="quantity"><input id="count" type="number" data-name="count"><button id="add" data-name="add_to_cart" data-click-type="purchase">Add</button></form>${STAY}`,
    act: async ({ page, type }) => {
      await type('#field', '2')
      await type('#count', '3')
      await page.click('#add')
    },
    expected: ['input quantity "21"', 'input count "3"', 'click add_to_cart'],
  },
  {
    gesture: 'a suggestion chosen by the mouse',
    html: '<input id="field" data-name="search"><ul><li id="hint" data-name="suggestions.shirt_dress" data-click-type="suggested_term">shirt dress</li></ul>',
    act: async ({ page, type }) => {
      await type('#field', 'shi')
      await page.click('#hint')
    },
    expected: ['input search "shi"', 'click suggestions.shirt_dress'],
  },
  {
    gesture: 'a suggestion chosen by the mouse, where the page keeps the focus and drops the list at mousedown',
    html: '<input id="field" data-name="search"><ul id="list"><li id="hint" data-name="suggestions.shirt_dress">shirt dress</li></ul><script>hint.onmousedown = (event) => { event.preventDefault(); field.value = "shirt dress"; list.remove() }</script>',
    act: async ({ page, type }) => {
      await type('#field', 'shi')
      await page.click('#hint')
    },
    expected: ['input search "shi"', 'click suggestions.shirt_dress'],
  },
  {
    gesture: 'a suggestion chosen by arrow keys where the page fills the field',
    html: `${SEARCH}${STAY}<script>field.onkeydown = (event) => { if (event.key === 'ArrowDown') field.value = 'shirt dress' }</script>`,
    act: async ({ type, press }) => {
      await type('#field', 'shi')
      await press('ArrowDown')
      await press('Enter')
    },
    expected: ['type_and_submit nav.search "shirt dress"'],
  },
  {
    gesture: 'a suggestion chosen by arrow keys where the page only points at it',
    html: '<input id="field" role="combobox" data-name="search"><ul role="listbox"><li role="option" id="a">shirt</li><li role="option" id="b">shi<b>rt dress</b></li></ul><script>field.onkeydown = (event) => { if (event.key === "ArrowDown") field.setAttribute("aria-activedescendant", field.getAttribute("aria-activedescendant") ? "b" : "a") }</script>',
    act: async ({ type, press }) => {
      await type('#field', 'shi')
      await press('ArrowDown', 2)
      await press('Enter')
    },
    expected: ['type_and_submit search "shirt dress"'],
  },
  {
    gesture: 'a suggestion chosen by arrow keys where only the list tells which',
    html: '<input id="field" role="combobox" aria-expanded="true" aria-controls="list" data-name="search"><ul id="list" role="listbox"><li role="option">shirt</li><li role="option" aria-selected="true">shirt dress</li></ul>',
    act: async ({ type, press }) => {
      await type('#field', 'shi')
      await press('Enter')
    },
    expected: ['type_and_submit search "shirt dress"'],
  },
  {
    gesture: 'Enter held down',
    html: '<input id="field" data-name="search">',
    act: async ({ page, type }) => {
      await type('#field', 'shoes')
      for (let count = 0; count < 4; count++) await page.keyboard.down('Enter')
      await page.keyboard.up('Enter')
    },
    expected: ['type_and_submit search "shoes"'],
  },
  {
    gesture: 'Enter that ends an input method composition, then Enter that submits',
    html: SEARCH + STAY,
    engines: ['chromium'],
    act: async ({ page, press }) => {
      await page.focus('#field')
      const session = await page.createCDPSession()
      await session.send('Input.imeSetComposition', { text: 'くつ', selectionStart: 2, selectionEnd: 2 })
      const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
      await session.send('Input.insertText', { text: '靴' })
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
      // Some input methods keep a key for themselves before or after they say that they compose.
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
      await press('Enter')
    },
    expected: ['type_and_submit nav.search "靴"'],
  },
  {
    gesture: 'text left without submitting',
    html: '<input id="field" data-name="city"><textarea id="area" data-name="note"></textarea>',
    act: async ({ page, type, press }) => {
      await type('#field', 'Oslo')
      await press('Tab')
      await page.keyboard.type('one')
      await press('Enter')
      await page.keyboard.type('two')
    },
    expected: ['input city "Oslo"', 'input note "one\\ntwo"'],
  },
  {
    gesture: 'a click into the field while typing',
    html: '<input id="field" data-name="search">',
    act: async ({ page, type, press }) => {
      await type('#field', 'shoes')
      await page.click('#field')
      await press('End')
      await press('s')
      await press('Enter')
    },
    expected: ['click search', 'type_and_submit search "shoess"'],
  },
  {
    gesture: 'a field visited but not changed',
    html: '<input id="field" data-name="city" value="Oslo">',
    act: async ({ page, press }) => {
      await page.focus('#field')
      await press('ArrowLeft')
      await press('Tab')
    },
    expected: [],
  },
  {
    gesture: 'text typed when the page is left',
    html: '<input id="field" data-name="city">',
    act: async ({ page, type, elsewhere }) => {
      await type('#field', 'Oslo')
      const back = page.url()
      await page.goto(elsewhere)
      await page.goto(back)
    },
    expected: ['input city "Oslo"'],
  },
  {
    gesture: 'text in a field that the page takes away',
    html: '<div id="box"><input id="field" data-name="city"></div><button id="one" data-name="one">1</button>',
    act: async ({ page, type }) => {
      await type('#field', 'Oslo')
      await page.evaluate(() => document.querySelector('#box')?.replaceChildren())
      await page.click('#one')
    },
    expected: ['input city "Oslo"', 'click one'],
  },
  {
    gesture: 'a number by its stepper and by keys',
    html: '<input id="count" type="number" value="1" data-name="count">',
    act: async ({ page, press }) => {
      await page.focus('#count')
      await press('ArrowUp')
    },
    expected: ['input count "2"'],
  },
  {
    gesture: 'an editable element',
    html: '<div id="note" contenteditable data-name="note"></div>',
    act: ({ type }) => type('#note', 'for mother'),
    expected: ['input note "for mother"'],
  },
  {
    gesture: 'a text area that is a search box',
    html: '<textarea id="field" role="combobox" data-name="search"></textarea>',
    act: async ({ type, press }) => {
      await type('#field', 'shoes')
      await press('Enter')
    },
    expected: ['type_and_submit search "shoes"'],
  },
  {
    gesture: 'a field in a shadow root, left for its neighbour there',
    html: `<div id="host"></div><script>host.attachShadow({mode: 'open'}).innerHTML = '<input data-name="one"><input data-name="two">'</script>`,
    act: async ({ page, press }) => {
      await (await page.$('#host >>> input'))?.focus()
      await page.keyboard.type('a')
      await press('Tab')
      await page.keyboard.type('b')
      await press('Enter')
    },
    expected: ['input one "a"', 'type_and_submit two "b"'],
  },
  {
    gesture: 'personal text is scrubbed, long text cut',
    html: '<input id="field" data-name="search"><textarea id="long" data-name="long"></textarea>',
    act: async ({ page, type, press }) => {
      await type('#field', 'gift for Jane Roe')
      await press('Enter')
      await page.evaluate(() => {
        ;(document.querySelector('#long') as HTMLTextAreaElement).value = `${'x'.repeat(1998)}😀😀`
      })
      await page.focus('#long')
      await press('End')
      await press('x')
    },
    expected: ['type_and_submit search "gift for [name]"', `input long "${'x'.repeat(1998)}😀"`],
  },
  {
    gesture: 'fields that must never be read',
    html: '<input id="pass" type="password" data-name="password"><input id="card" autocomplete="cc-number" data-name="card"><select id="expiry" aria-label="card expiry" data-name="expiry"><option>1<option>2</select>',
    act: async ({ page, type, press }) => {
      await type('#pass', 'hunter')
      await type('#card', '4111')
      await press('Enter')
      await page.focus('#expiry')
      await press('ArrowDown')
    },
    expected: ['input password masked', 'type_and_submit card ""', 'input expiry masked'],
  },
  {
    gesture: 'a password that the page shows for once',
    html: '<input id="pass" type="password" data-name="password"><button id="show" data-name="show" onclick="pass.type = \'text\'">show</button>',
    act: async ({ page, type }) => {
      await type('#pass', 'hunter')
      await page.click('#show')
      await type('#pass', '2')
    },
    expected: ['input password masked', 'click show', 'input password masked'],
  },
  {
    gesture: 'a field that stops looking sensitive, a file, an edited element with a name in it',
    html: '<input id="card" autocomplete="cc-number" data-name="card"><input id="file" type="file" data-name="photo" aria-label="card photo"><p id="note" contenteditable data-name="note">for Jane Roe</p>',
    act: async ({ page, type, press }) => {
      await type('#card', '4111')
      await page.evaluate(() => document.querySelector('#card')?.removeAttribute('autocomplete'))
      await type('#card', '2')
      const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#file')])
      await chooser.accept([import.meta.filename])
      await page.focus('#note')
      await press('!')
    },
    expected: ['input card masked', 'click photo', 'input photo masked', 'input note "!for [name]"'],
    engines: ['chromium'],
  },
  {
    gesture: 'typing that a study does not record',
    html: SEARCH + STAY,
    record: { input: false },
    act: async ({ page, type, press }) => {
      await type('#field', 'shoes')
      await page.click('#end')
      await type('#field', 's')
      await press('Enter')
    },
    expected: ['click end', 'type_and_submit nav.search "shoess"'],
  },
  {
    gesture: 'a field that the view misses',
    html: '<nav><a href="#" data-name="nav.home">Home</a><input id="field" placeholder="Search all"></nav>',
    act: async ({ type, press }) => {
      await type('#field', 'shoes')
      await press('Enter')
    },
    expected: ['type_and_submit nav.search_all "shoes"'],
  },
]

const TALL = '<div style="height:5000px"></div>'
const SCROLLED = (top: number) => `document.scrollingElement.scrollTop === ${top}`

export const scrolling: Row[] = [
  {
    gesture: 'several turns of the wheel: one movement',
    html: TALL,
    act: async ({ wheel, until }) => {
      await wheel(200)
      await until(SCROLLED(200))
      await wheel(300)
      await until(SCROLLED(500))
    },
    expected: ['scroll 0 500'],
  },
  {
    gesture: 'a movement that came to rest, then another',
    html: TALL,
    act: async ({ wheel, until, recorded }) => {
      await wheel(200)
      await recorded('"to":200')
      await wheel(-100)
      await until(SCROLLED(100))
    },
    expected: ['scroll 0 200', 'scroll 200 100'],
  },
  {
    gesture: 'a page left while it moves',
    html: `${TALL}`,
    act: async ({ page, wheel, until }) => {
      await wheel(200)
      await until(SCROLLED(200))
      await page.reload()
    },
    expected: ['scroll 0 200'],
  },
  {
    gesture: 'the page scrolls by itself, and in answer to a click',
    html: `<button id="top" data-name="top" style="position:fixed" onclick="window.scrollTo(0, 900)">down</button>${TALL}`,
    act: async ({ page, until }) => {
      await page.evaluate(() => scrollTo(0, 400))
      await until(SCROLLED(400))
      await page.click('#top')
      await until(SCROLLED(900))
    },
    expected: ['click top'],
  },
  {
    gesture: 'a wheel, and right after it a click that the page answers by scrolling',
    html: `<button id="top" data-name="top" style="position:fixed" onclick="window.scrollTo(0, 900)">down</button>${TALL}`,
    act: async ({ page, wheel, until }) => {
      await wheel(200)
      await until(SCROLLED(200))
      await page.click('#top')
      await until(SCROLLED(900))
    },
    expected: ['scroll 0 200', 'click top'],
  },
  {
    gesture: 'a key that scrolls',
    html: TALL,
    act: async ({ page, press, until }) => {
      await page.mouse.click(300, 300)
      await press('End')
      await until('document.scrollingElement.scrollTop > 4000')
    },
    expected: ['scroll 0 END'],
  },
  {
    gesture: 'a scroll bar',
    html: TALL,
    engines: ['chromium'],
    act: async ({ page, until }) => {
      await page.mouse.move(993, 60)
      await page.mouse.down()
      await page.mouse.move(993, 200, { steps: 4 })
      await page.mouse.up()
      await until('document.scrollingElement.scrollTop > 900')
    },
    expected: ['scroll 0 BY HAND'],
  },
  {
    gesture: 'a finger',
    html: TALL,
    engines: ['chromium'],
    act: async ({ page, until }) => {
      await page.touchscreen.touchStart(300, 600)
      for (let y = 580; y >= 300; y -= 20) await page.touchscreen.touchMove(300, y)
      await page.touchscreen.touchEnd()
      await until('document.scrollingElement.scrollTop > 200')
    },
    expected: ['scroll 0 BY HAND'],
  },
  {
    gesture: 'a part that fills the page, and a small part',
    html: '<div id="big" style="height:600px;overflow:auto"><div id="small" style="margin:400px 0 0;width:200px;height:100px;overflow:auto"><p style="height:900px"></p></div><p style="height:3000px"></p></div>',
    act: async ({ page, wheel, until }) => {
      await page.hover('#small')
      await page.mouse.wheel({ deltaY: 50 })
      await until('small.scrollTop === 50')
      await wheel(200)
      await until('big.scrollTop === 200')
    },
    expected: ['scroll 0 200'],
  },
  {
    gesture: 'scrolling that a study does not record, and on an excluded page',
    html: TALL,
    record: { scroll: false },
    act: async ({ wheel, until }) => {
      await wheel(200)
      await until(SCROLLED(200))
    },
    expected: [],
  },
  {
    gesture: 'scrolling on an excluded page',
    html: `<body data-page-type="sign_in">${TALL}`,
    act: async ({ wheel, until }) => {
      await wheel(200)
      await until(SCROLLED(200))
    },
    expected: ['skipped excluded_page'],
  },
]

const ROUTER = `<button id="one" data-name="one" onclick="history.pushState(0, '', 'one?token=5#a')">1</button>`

export const navigation: Row[] = [
  {
    gesture: 'an address typed, then a reload',
    html: '',
    act: ({ page }) => page.reload(),
    expected: ['navigate typed ', 'navigate reload '],
    arrivals: true,
  },
  {
    gesture: 'a link from another site of the study',
    html: '',
    act: async ({ page, elsewhere, until }) => {
      const here = page.url()
      await page.goto(elsewhere)
      await page.evaluate((to) => {
        const anchor = document.createElement('a')
        anchor.href = to
        document.body.append(anchor)
        anchor.click()
      }, `${here}arrived`)
      await until('location.pathname.endsWith("arrived")')
    },
    expected: ['navigate typed ', 'navigate link arrived'],
    arrivals: true,
  },
  {
    gesture: 'back to a page kept alive, forward to one kept alive',
    html: link('one'),
    act: async ({ page, until }) => {
      await Promise.all([page.waitForNavigation(), page.click('#one')])
      await page.evaluate(() => history.back())
      await until('!location.pathname.endsWith("next")')
      await page.evaluate(() => history.forward())
      await until('location.pathname.endsWith("next")')
    },
    expected: ['navigate typed ', 'click one', 'navigate link next', 'navigate back ', 'navigate forward next'],
    arrivals: true,
  },
  {
    gesture: 'back to a page that was not kept alive',
    html: `${link('one')}<script>addEventListener("unload", () => {}); addEventListener("beforeunload", () => {}); navigator.locks.request("kept", () => new Promise(() => {}))</script>`,
    engines: ['chromium'],
    act: async ({ page, until }) => {
      await Promise.all([page.waitForNavigation(), page.click('#one')])
      await page.evaluate(() => history.back())
      await until('!location.pathname.endsWith("next")')
    },
    expected: ['navigate typed ', 'click one', 'navigate link next', 'navigate back '],
    arrivals: true,
  },
  {
    gesture: 'single-page navigation, back and forward in it',
    html: ROUTER,
    act: async ({ page, until }) => {
      await page.click('#one')
      await page.evaluate(() => history.back())
      await until('location.hash === ""')
      await page.evaluate(() => history.forward())
      await until('location.hash === "#a"')
    },
    expected: ['click one', 'navigate in_page one?token=#a', 'navigate back ', 'navigate forward one?token=#a'],
  },
  {
    gesture: 'a jump within the page',
    html: `${link('jump', '#part')}${TALL}<p id="part">here</p>`,
    act: ({ page }) => page.click('#jump'),
    expected: ['click jump', 'navigate in_page #part'],
  },
  {
    gesture: 'an address rewritten by the page: only what the scrubbed address shows',
    html: '',
    act: ({ page }) =>
      page.evaluate(() => {
        history.replaceState(0, '', '?token=1')
        history.replaceState(0, '', '?token=2')
        history.replaceState(0, '', '?page=2')
        history.pushState(0, '', location.href)
      }),
    expected: ['navigate in_page ?token=', 'navigate in_page ?page=2'],
  },
  {
    gesture: 'the Navigation API: the new address, once',
    html: '<script>navigation.onnavigate = (event) => event.canIntercept && event.intercept()</script><a id="one" href="one" data-name="one">1</a>',
    act: async ({ page, until }) => {
      await page.click('#one')
      await until('location.pathname.endsWith("one")')
    },
    expected: ['click one', 'navigate in_page one'],
  },
  {
    gesture: 'a page rendered ahead: reached when it is shown, not before, and not shown as a tab',
    html: `${link('one')}<script type="speculationrules">{"prerender":[{"urls":["next"],"eagerness":"immediate"}]}</script>`,
    pages: {
      next: `<script>
        localStorage.setItem('ahead', document.prerendering)
        const finish = () => setTimeout(() => history.pushState(0, '', 'done'))
        if (document.prerendering) document.addEventListener('prerenderingchange', finish)
        else finish()
      </script>`,
    },
    inline: true,
    engines: ['chromium'],
    act: async ({ page, until, recorded }) => {
      const rendered = until('localStorage.getItem("ahead") === "true"')
      await rendered.catch(() => console.warn('This Chromium would not render ahead: tested as a plain navigation.'))
      await page.click('#one')
      await recorded('/done')
    },
    expected: ['navigate typed ', 'click one', 'navigate link next', 'navigate in_page done'],
    arrivals: true,
  },
  {
    gesture: 'navigation that a study does not record',
    html: ROUTER,
    record: { navigation: false },
    act: ({ page }) => page.click('#one'),
    expected: ['click one'],
    arrivals: true,
  },
]

export const visibility: Row[] = [
  {
    gesture: 'another tab in front, and back',
    html: '',
    act: async ({ page, browser, until }) => {
      const other = await browser.newPage()
      await other.bringToFront()
      await until('document.visibilityState === "hidden"')
      await page.bringToFront()
      await until('document.visibilityState === "visible"')
    },
    expected: ['tab hidden', 'tab shown'],
  },
  {
    gesture: 'text typed when another tab comes to the front',
    html: '<input id="field" data-name="city">',
    act: async ({ page, browser, type, until }) => {
      await type('#field', 'Oslo')
      await (await browser.newPage()).bringToFront()
      await until('document.visibilityState === "hidden"')
      await page.bringToFront()
    },
    expected: ['input city "Oslo"', 'tab hidden', 'tab shown'],
  },
  {
    gesture: 'tabs that a study does not record',
    html: '',
    record: { tabs: false },
    act: async ({ page, browser, until }) => {
      await (await browser.newPage()).bringToFront()
      await until('document.visibilityState === "hidden"')
      await page.bringToFront()
    },
    expected: [],
  },
  {
    gesture: 'a page left and come back to is not hidden and shown',
    html: link('one'),
    act: async ({ page, until }) => {
      await Promise.all([page.waitForNavigation(), page.click('#one')])
      await page.evaluate(() => history.back())
      await until('!location.pathname.endsWith("next")')
    },
    expected: ['click one', 'navigate back '],
  },
]
