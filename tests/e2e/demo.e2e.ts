import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort, loadDataset, temporary } from './support/runPilot.ts'

const root = join(import.meta.dirname, '../..')

test('the demonstration: exits 0, prints the comparison, leaves a picture and a dataset marked synthetic', async () => {
  const out = temporary('demo')
  const args = ['demo', '--headless', '--steps', '10', '--out', out, '--port', `${await freePort()}`]
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { cwd: root })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(code, said).toBe(0)
  expect(said).toMatch(/ranker: \d+ % \[\d+ %, \d+ %\] exact; most frequent action: \d+ %/)
  expect(readFileSync(join(out, 'demo.png')).subarray(1, 4).toString()).toBe('PNG')

  const { sessions, steps, predictions } = await loadDataset(out)
  expect(new Set(sessions.map(({ participant_kind }) => participant_kind))).toEqual(new Set(['synthetic']))
  expect(steps.length).toBeGreaterThan(8)
  const scored = predictions.filter((row) => row.scored && row.predictor === 'ranker')
  expect(scored).toHaveLength(steps.length)
  // Each was made on the very page that was acted on.
  for (const row of scored) {
    const step = steps.find((one) => one.session_id === row.session_id && one.step_index === row.step_index)
    expect(row.observation_id).toBe(step?.observation?.observation_id)
  }
})
