import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDataset, runPilot, testStudy } from './support/runPilot.ts'

let server: Server
let origin = ''

/** Pages that hold one link each, to the next: every click navigates away at once. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const n = Number(request.url?.slice(1) || 0)
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><html lang="en"><title>Page ${n}</title><main><h1>Page ${n}</h1>
      <p>Item ${n}</p><a href="/${n + 1}">Open item number ${n + 1}</a></main></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => server.close())

const CLICKS = 200

test(`${CLICKS} clicks that each navigate away at once: none lost, none doubled, all in order, all named`, async () => {
  const pilot = await runPilot(testStudy([`${origin}/*`]), `${origin}/0`)
  const page = pilot.context.pages().find((one) => one.url().startsWith(origin))
  if (!page) throw new Error('the pilot opened no page')
  for (let n = 1; n <= CLICKS; n++) {
    await page.getByRole('link', { name: `Open item number ${n}`, exact: true }).click({ noWaitAfter: true })
  }
  await page.getByRole('heading', { name: `Page ${CLICKS}`, exact: true }).waitFor()
  const { code, said } = await pilot.end()
  expect(said).toContain('written to')
  expect(code).toBe(0)

  const { steps, sessions, predictions } = await loadDataset(pilot.data)
  const names = steps.map(({ action }) => (action.type === 'click' ? action.name.split('.').at(-1) : action.type))
  expect(names).toEqual([...Array.from({ length: CLICKS }, (_, n) => `open_item_number_${n + 1}`), 'terminate'])
  // The observation of each step is the page before the click.
  expect(steps.slice(0, CLICKS).map(({ observation }) => observation?.title)).toEqual(
    Array.from({ length: CLICKS }, (_, n) => `Page ${n}`),
  )
  expect(sessions).toHaveLength(1)
  expect(sessions[0]).toMatchObject({ missing: 0, participant_kind: 'test', outcome: 'terminate' })
  expect(predictions.length).toBeGreaterThan(CLICKS)
  for (const row of predictions) if (row.action_seq !== null) expect(row.seq).toBeLessThan(row.action_seq)
})
