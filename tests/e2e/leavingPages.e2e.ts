import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFirefox } from '../../scripts/findBrowser.mjs'
import { seededRandom } from '../../src/demo/shop/seededRandom.ts'
import { runFirefox } from './support/runFirefox.ts'
import { testStudy } from './support/runPilot.ts'

/* SHOPTRACE_ROUNDS=300 for more than the few of every run; SHOPTRACE_SEED for others. */
const rounds = Number(process.env.SHOPTRACE_ROUNDS ?? 20)
const random = seededRandom(`leaving ${process.env.SHOPTRACE_SEED ?? 1}`)
const firefox = findFirefox()

/** So long the driver may take, milliseconds: where the page left meanwhile it may never answer. */
const [GESTURE_MS, ROUND_MS] = [700, 8000]

/** Notes at once every click that the page hears, and can send itself away. */
const HEAD = `<script>
  addEventListener('click', ({ isTrusted, target }) => {
    if (!isTrusted || !target.matches('a,button')) return
    const said = JSON.parse(localStorage.heard ?? '[]')
    localStorage.heard = JSON.stringify([...said, [target.textContent, Boolean(window.isLeft)]])
  }, { capture: true, passive: true })
  function leave(how, to) {
    window.isLeft = true
    if (how !== 'pushState') return location[how](to)
    history.pushState(null, '', to)
    document.querySelector('main').innerHTML = '<h1>Within</h1><button id="button">Step within ' + parseInt(to.slice(1)) + '</button>'
    document.querySelector('button').focus()
  }
  const leaveAt = (type, how, to) => addEventListener(type, () => leave(how, to), { capture: true, once: true })
  </script><style>main > :not(h1) { position: fixed; left: 0; width: 200px; height: 40px } #link { top: 0 } #button { top: 50px }</style>`

/** Numbered pages, which come as late as their address says. */
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
  await after(Number(searchParams.get('wait') ?? 0))
  const n = Number(pathname.slice(1))
  response.setHeader('content-type', 'text/html')
  response.end(`<!doctype html><html lang="en"><title>Page ${n}</title>${HEAD}<main><h1>Page ${n}</h1>
    <a id="link" href="/${n + 1}">Open shelf ${n}</a><button id="button">Take basket ${n}</button></main></html>`)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

type Heard = [words: string, isLeft: boolean]

test.skipIf(!firefox)(
  'clicks that a page hears while it sends itself away, in Firefox: none lost',
  { timeout: 120_000 + rounds * 3000 },
  async () => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const run = await runFirefox(firefox ?? '', testStudy([`${origin}/*`]))
    try {
      let { page } = run
      async function round(n: number): Promise<boolean> {
        const [isKey, at] = [random.chance(0.5), random.pick(['link', 'button'])]
        const how = random.pick(['assign', 'assign', 'replace', 'pushState'])
        const when = random.pick(['timer', 'timer', 'timer', isKey ? 'keydown' : 'pointerdown'])
        const to = `/${n + 5}?wait=${random.pick([0, 0, 5, 20, 50, 150])}`
        await page.goto(`${origin}/${n}`, { waitUntil: 'domcontentloaded', timeout: 5000 })
        await page.evaluate(`document.getElementById('${at}').focus()`)
        const delay = random.between(0, 50)
        const leaving = page.evaluate(
          when === 'timer'
            ? `void setTimeout(leave, ${delay}, '${how}', '${to}')`
            : `leaveAt('${when}', '${how}', '${to}')`,
        )
        if (when !== 'timer') await leaving
        const gesture = isKey ? page.keyboard.press('Enter') : page.mouse.click(60, at === 'link' ? 20 : 70)
        for (const one of [leaving, gesture]) await Promise.race([one.catch(() => {}), after(GESTURE_MS)])
        return true
      }
      for (let n = 0; n < rounds * 10; n += 10) {
        const ended = await Promise.race([round(n), after(ROUND_MS, false)]).catch(() => false)
        if (!ended) page = await run.browser.newPage()
      }
      page = await run.browser.newPage()
      await page.goto(`${origin}/end`)
      const heard = (await page.evaluate('JSON.parse(localStorage.heard)')) as Heard[]
      const late = heard.filter(([, isLeft]) => isLeft).length
      console.log(`${rounds} rounds: ${heard.length} clicks heard, ${late} of them on pages already sent away`)
      expect(late).toBeGreaterThan(0)

      const { steps, sessions } = await run.end()
      const told = steps.map(({ element }) => element?.text ?? '')
      // Each is on a control of its own; a second click on it is a second step.
      const count = (words: string, all: string[]) => all.filter((one) => one === words).length
      const words = heard.map(([text]) => text)
      expect(words.filter((text) => count(text, told) < count(text, words))).toEqual([])
      expect(sessions.map(({ missing }) => missing)).toEqual([0])
    } finally {
      await run.close()
    }
  },
)
