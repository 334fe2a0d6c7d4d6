import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runPage } from '../../src/cli/page.ts'

const folder = mkdtempSync(join(tmpdir(), 'shoptrace-page-test-'))
const file = join(folder, 'saved.html')
writeFileSync(
  file,
  `<!doctype html><html lang="de"><meta http-equiv="Content-Security-Policy" content="script-src 'none'"><title>Größe</title>
   <header><form action="/suche"><input name="q"><button>Suchen</button></form></header><main><img src="/gone.png"><p>29,99 €</p><form action="/cart"><select name="size"><option>S</option></select><button>In den Warenkorb</button></form></main>`,
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let printed: string[] = []
let complained: string[] = []
beforeEach(() => {
  printed = []
  complained = []
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation((line) => void complained.push(String(line)))
})
afterEach(() => vi.restoreAllMocks())

test('prints observation, elements and stats of a saved page at its address, past its content security policy', async () => {
  expect(await runPage({ source: file, as: 'https://laden.example/produkt/7?utm_source=x', json: true })).toBe(0)
  const { observation, elements, stats } = JSON.parse(printed.join('\n'))
  expect(observation).toMatchObject({ page_type: 'product', language: 'de', title: 'Größe', recipe: null })
  expect(observation.url).toMatch(/^https:\/\/laden\.example\/produkt\/7/)
  expect(observation.url).not.toContain('utm_source')
  const button = elements.find((element: { name: string }) => element.name.endsWith('.add_to_cart'))
  expect(button).toMatchObject({ click_type: 'purchase', role: 'button', tag: 'button' })
  expect(button.box.width).toBeGreaterThan(10)
  expect(stats).toMatchObject({ names: 4, stable: true })
  for (const key of ['nodes', 'tokens', 'ms', 'first_ms', 'walk_ms']) expect(stats[key]).toBeGreaterThanOrEqual(0)
}, 60_000)

test('prints the context alone, or a summary above it', async () => {
  expect(await runPage({ source: file, html: true })).toBe(0)
  expect(printed[0]).toMatch(/^<nav name="nav_bar"/)
  printed = []
  expect(await runPage({ source: file })).toBe(0)
  expect(printed[0]).toMatch(/page type {2}.*\n(.*\n)*\n<nav name="nav_bar"/)
  expect(printed[0]).toContain('tokens')
}, 60_000)

test.each([
  ['a file that is not there', { source: join(folder, 'missing.html') }, /There is no file .*missing\.html/],
  ['an address that does not answer', { source: 'http://127.0.0.1:1/' }, /could not be opened .*ERR_/],
  ['an address to serve at that is none', { source: file, as: 'laden' }, /--as laden is no address/],
])(
  'ends with 2 and says why: %s',
  async (_, options, message) => {
    expect(await runPage(options)).toBe(2)
    expect(complained.join('\n')).toMatch(message)
    expect(printed).toEqual([])
  },
  60_000,
)
