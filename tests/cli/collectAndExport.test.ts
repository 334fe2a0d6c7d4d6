import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { batchOf, clickItem, consentOf, testStudy, tokenOf, uuidOf } from '../collector/support.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'shoptrace-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Runs a command; `printed` resolves when its output has `words`. */
function shoptrace(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'commandsProcess.ts'), ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code, out, err }))
  const printed = async (words: string) => {
    while (!out.includes(words))
      await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(err)))])
    return out
  }
  return { child, ended, printed }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function studyFile(home: string): string {
  const path = join(home, 'study.json')
  writeFileSync(path, JSON.stringify({ ...testStudy, upload: { endpoint: 'https://collector.example.edu/lamps/' } }))
  return path
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'collects until %s, and what it collected is exported',
  { timeout: 60_000 },
  async (signal) => {
    const home = folder()
    const store = `sqlite:${join(home, 'store.sqlite')}`
    const port = await freePort()
    const { child, ended, printed } = shoptrace(
      'collect',
      '--study',
      studyFile(home),
      '--store',
      store,
      '--port',
      String(port),
    )
    expect((await printed('Or the code')).split('\n').slice(0, 2)).toEqual([
      `Collecting "How people choose lamps" (version 3) at http://127.0.0.1:${port}`,
      'Study link for participants: https://collector.example.edu/lamps/study.json',
    ])
    const call = (method: string, path: string, body: unknown) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { authorization: `Bearer ${tokenOf(1)}` },
        body: JSON.stringify(body),
      })
    expect((await call('PUT', `/v1/participants/${uuidOf(1)}`, { consent: consentOf(1) })).status).toBe(201)
    expect((await call('POST', '/v1/batches', batchOf(1, 1, [clickItem(1)]))).status).toBe(200)
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 0, err: '' })

    const out = join(home, 'dataset')
    const exported = await shoptrace('export', '--store', store, '--out', out, '--kind', 'participant', 'test').ended
    expect(exported).toEqual({
      code: 0,
      err: '',
      out: `1 participants, 1 sessions, 1 steps, 0 predictions written to ${out}\n`,
    })
    expect(JSON.parse(readFileSync(join(out, 'steps.jsonl'), 'utf8'))).toMatchObject({
      participant_id: uuidOf(1),
      step_index: 0,
    })
  },
)

test.each([
  [
    'a study with mistakes',
    ['collect', '--study', 'package.json', '--store', 'sqlite:x'],
    /package\.json has \d+ mistakes/,
  ],
  ['an unknown store', ['collect', '--study', 'studies/demo.json', '--store', 'redis:x'], /names no store/],
  [
    'an open address',
    ['collect', '--study', 'studies/demo.json', '--store', 'sqlite:x', '--host', '0.0.0.0'],
    /TLS.*--public/,
  ],
  [
    'a strange port',
    ['collect', '--study', 'studies/demo.json', '--store', 'sqlite:x', '--port', '99999'],
    /must be a port/,
  ],
  ['a missing store', ['export', '--store', 'sqlite:/nowhere/x', '--out', '/nowhere/y'], /There is no store at/],
  [
    'an unknown kind',
    ['export', '--store', 'sqlite:x', '--out', 'y', '--kind', 'robot'],
    /Allowed choices are participant, test, synthetic/,
  ],
  ['a missing study', ['study', 'check', 'nowhere.json'], /nowhere\.json cannot be read/],
])('%s is refused, saying what to do', { timeout: 60_000 }, async (_, args, message) => {
  const { code, out, err } = await shoptrace(...args).ended
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(message)
})

test('study check prints mistakes and warnings, and exits 1 for mistakes alone', { timeout: 60_000 }, async () => {
  const home = folder()
  const wrong = join(home, 'wrong.json')
  writeFileSync(wrong, '{"schema_version": 1, "titel": "x"}')
  const [bad, good] = await Promise.all([
    shoptrace('study', 'check', wrong).ended,
    shoptrace('study', 'check', 'studies/demo.json').ended,
  ])
  expect(bad).toMatchObject({ code: 1, err: '' })
  expect(bad.out).toContain('mistake  line 1: titel: is not a known key; did you mean "title"?\n')
  expect(good).toMatchObject({ code: 0, err: '' })
  expect(good.out).toMatch(/^warning {2}line \d+: [\s\S]*is a study: "Shoptrace demonstration"/)
})
