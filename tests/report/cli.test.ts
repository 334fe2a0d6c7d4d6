import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { expect, onTestFinished, test } from 'vitest'
import { launchChromium } from '../../src/chromium/launchChromium.ts'
import { datasetOf, step } from './material.ts'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, [main, 'privacy-report', ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  )

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'shoptrace-report-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const clean = '<h1>Blue tent</h1>$129.99 [email]'
const answers = [1, 2, 3].map((who) => ({ who, question: 'age', answer: who < 3 ? 'a' : 'b', quasi: true }))

test('exit codes: 0, 2 where a rule still finds something, with --strict also for what is only possible', async () => {
  const out = join(folder(), 'deep', 'report.html')
  const json = join(folder(), 'report.json')
  expect(await run('--data', datasetOf([step(1, 0, clean)], answers), '--out', out, '--json', json)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Slipped by the rules: 0[\s\S]*Alone with their answers: 1 of 3 \(k = 1\)/),
  })
  expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/)
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ schema_version: 1, participants: 3 })
  const slipped = datasetOf([step(1, 0, `${clean} zoe@zandermail.example`)])
  expect(await run('--data', slipped, '--out', out)).toMatchObject({ code: 2 })
  const possible = datasetOf([step(1, 0, `${clean} for Maria Quistwick`)])
  expect(await run('--data', possible, '--out', out)).toMatchObject({ code: 0 })
  expect(await run('--data', possible, '--out', out, '--strict')).toMatchObject({ code: 2 })
  expect(await run('--data', folder(), '--out', out)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/no dataset/),
  })
})

test('the page passes axe in light and dark, and fits a narrow window', async () => {
  const home = folder()
  const out = join(home, 'report.html')
  await run(
    '--data',
    datasetOf([step(1, 0, `${clean} zoe@zandermail.example, Maria Quistwick`)], answers),
    '--out',
    out,
  )
  const context = await launchChromium({ profile: join(home, 'profile'), headless: true })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`file://${out}`)
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
})
