import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import { type Item, type ParticipantKind, type Study, study } from '../../schemas/index.ts'
import { sha256Of } from '../../src/collector/bearerToken.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { exportDataset } from '../../src/dataset/exportDataset.ts'
import { predictionsOf } from '../../src/dataset/predictionsOf.ts'
import { rationalesOf } from '../../src/dataset/rationalesOf.ts'
import { readDataset } from '../../src/dataset/readDataset.ts'
import { sessionsOf } from '../../src/dataset/sessionsOf.ts'
import type { DatasetParticipant, DatasetSource } from '../../src/dataset/source.ts'
import { stepsOf } from '../../src/dataset/stepsOf.ts'
import {
  click,
  gap,
  observation,
  participant,
  prediction,
  rationale,
  START,
  scroll,
  submit,
  terminate,
  uuidOf,
} from './trace.ts'

const lamps: Study = study.parse(JSON.parse(readFileSync('tests/fixtures/schemas/v1/study.json', 'utf8'))[0])

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'shoptrace-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** U+2028 ends a line for some readers, and must not here. */
const trace: Item[] = [
  observation(1, 'a', `<a name="home">Home\u2028Hoem\u{1F6D2}</a>${'<p>lamp</p>'.repeat(20_000)}`),
  prediction(2, 0, [{ type: 'terminate' }]),
  submit(3, 0, 'Lampe für "Zuhause"\n', { document_seq: 0, observation_id: 'a'.repeat(64) }),
  scroll(4, { document_seq: 1 }),
  gap(5),
  terminate(6, 1),
  rationale(7, 3, 0),
]

const kinds: ParticipantKind[] = ['participant', 'test', 'synthetic']

function sourceOf(participants: DatasetParticipant[], items: (id: string) => Iterable<Item>): DatasetSource {
  return {
    studies: async () => [lamps],
    participants: async function* () {
      yield* participants
    },
    items: async function* (id) {
      yield* items(id)
    },
  }
}

const three = kinds.map((participant_kind, n) => ({ ...participant, participant_id: uuidOf(n + 1), participant_kind }))
const source = sourceOf(three, () => trace)
const everything = async (out: string) => {
  const read = await readDataset(out)
  return {
    sessions: await Array.fromAsync(read.sessions()),
    steps: await Array.fromAsync(read.steps()),
    predictions: await Array.fromAsync(read.predictions()),
    rationales: await Array.fromAsync(read.rationales()),
    surveys: await Array.fromAsync(read.surveys()),
  }
}

test('what goes in comes out', async () => {
  const out = join(folder(), 'new', 'dataset')
  const counts = await exportDataset({ store: source, out, now: () => START })
  expect(counts).toEqual({
    participants: 3,
    sessions: 3,
    steps: 6,
    predictions: 3,
    rationales: 3,
    survey_answers: 0,
    gaps_outside_sessions: 3,
  })
  expect(await everything(out)).toEqual({
    sessions: three.flatMap((one) => sessionsOf(trace, one)),
    steps: three.flatMap((one) => stepsOf(trace, one)),
    predictions: three.flatMap((one) => predictionsOf(trace, one)),
    rationales: three.flatMap((one) => rationalesOf(trace, one)),
    surveys: [],
  })
  const { manifest } = await readDataset(out)
  expect(manifest).toMatchObject({ study: lamps, study_versions: [lamps.version], exported_at: START, counts })
  for (const [file, facts] of Object.entries(manifest.files)) {
    const { sha256, bytes, rows } = facts ?? {}
    const content = readFileSync(join(out, file))
    expect([createHash('sha256').update(content).digest('hex'), content.byteLength]).toEqual([sha256, bytes])
    expect(content.toString().split('\n')).toHaveLength((rows ?? 0) + 1)
  }
  expect(readdirSync(out).sort()).toEqual([
    'README.md',
    'dataset.json',
    'predictions.jsonl',
    'rationales.jsonl',
    'sessions.jsonl',
    'steps.jsonl',
    'surveys.jsonl',
  ])
  expect(readdirSync(join(out, '..'))).toEqual(['dataset'])
})

test('what a collector stored comes out, of the kinds asked for', async () => {
  const home = folder()
  const store = await openStore(`sqlite:${home}/store.sqlite`)
  onTestFinished(() => store.close())
  await store.keepStudy(lamps)
  for (const [n, participant_kind] of kinds.entries()) {
    const consent = {
      schema_version: 1 as const,
      study_id: lamps.id,
      study_version: 3,
      consent_version: lamps.consent.version,
      consent_sha256: sha256Of('x'),
      language: 'en',
      participant_id: uuidOf(n + 1),
      participant_kind,
      agreed_at: START,
      choices: { recording: true as const, page_content: true, live_prediction: true, outside_model: false },
    }
    await store.enrol({ consent, token_sha256: sha256Of(`${n}`), enrolled_at: START })
    const batch = { participant_id: uuidOf(n + 1), batch_id: uuidOf(9), body_sha256: sha256Of('y'), received_at: START }
    await store.storeBatch({ ...batch, items: trace.toReversed(), rejected: [] })
  }
  const out = join(home, 'out')
  expect(await exportDataset({ store, out, kinds: ['test', 'synthetic'] })).toMatchObject({ participants: 2, steps: 4 })
  const { sessions, steps } = await everything(out)
  expect(sessions.map(({ participant_kind }) => participant_kind)).toEqual(['test', 'synthetic'])
  expect(steps.slice(0, 2)).toEqual(
    stepsOf(trace, { ...participant, study_id: lamps.id, participant_id: uuidOf(2), participant_kind: 'test' }),
  )
})

test('the README explains every column', async () => {
  const out = join(folder(), 'out')
  await exportDataset({ store: source, out })
  const readme = readFileSync(join(out, 'README.md'), 'utf8')
  const explained = readme.split('\n').filter((line) => line.startsWith('| `'))
  for (const line of explained) expect(line).toMatch(/^\| `[^`]+` \| [^|]+(\\\|[^|]+)* \| \S.* \|$/)
  const { sessions, steps, predictions } = await everything(out)
  for (const column of Object.keys({ ...sessions[0], ...steps[0], ...predictions[0] })) {
    expect(readme).toContain(`| \`${column}\` |`)
  }
  for (const column of ['observation.context', 'history[].how', 'gaps[].reason', 'candidates[].action.name']) {
    expect(readme).toContain(`| \`${column}\` |`)
  }
})

test('a folder that holds anything is left alone without force', async () => {
  const out = folder()
  writeFileSync(join(out, 'notes.txt'), 'mine')
  await expect(exportDataset({ store: source, out })).rejects.toThrow(/is not empty.*--force/)
  expect(readdirSync(out)).toEqual(['notes.txt'])
})

test('an empty folder is filled', async () => {
  const out = join(folder(), 'out')
  mkdirSync(out)
  await exportDataset({ store: source, out })
  expect((await everything(out)).sessions).toHaveLength(3)
})

test('with force the dataset is replaced, and other files stay', async () => {
  const out = folder()
  mkdirSync(join(out, '.pilot'))
  writeFileSync(join(out, '.pilot', 'store.sqlite'), 'precious')
  await exportDataset({ store: source, out, force: true })
  await exportDataset({ store: sourceOf(three.slice(0, 1), () => trace), out, force: true })
  expect((await everything(out)).sessions).toHaveLength(1)
  expect(readFileSync(join(out, '.pilot', 'store.sqlite'), 'utf8')).toBe('precious')
  expect(readdirSync(out)).toHaveLength(8)
})

test.each([
  [
    'the store fails',
    sourceOf(three, () => {
      throw new Error('disk gone')
    }),
    /disk gone/,
  ],
  ['an item cannot be a row', sourceOf(three, () => [click(1, 0, { session_id: 'nonsense' })]), /session_id/],
  ['there is no study', { ...source, studies: async () => [] }, /holds no study/],
])('nothing appears where %s, and what was there stays', async (_, store, message) => {
  const home = folder()
  await expect(exportDataset({ store, out: join(home, 'new') })).rejects.toThrow(message)
  expect(readdirSync(home)).toEqual([])
  const out = join(home, 'old')
  await exportDataset({ store: source, out })
  await expect(exportDataset({ store, out, force: true })).rejects.toThrow(message)
  expect((await everything(out)).steps).toHaveLength(6)
  expect(readdirSync(out)).toHaveLength(7)
})

test('participants are read one after the other, and let go again', { timeout: 30_000 }, async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const pages: WeakRef<Item>[] = []
  let most = 0
  const store: DatasetSource = {
    ...source,
    participants: async function* () {
      for (let n = 1; n <= 15; n++) yield { ...participant, participant_id: uuidOf(n) }
    },
    items: async function* () {
      // Weak references hold on to what they point at until the running task ends.
      await setImmediate()
      collectGarbage()
      most = Math.max(most, pages.filter((page) => page.deref()).length)
      const page = observation(1, 'a', 'x'.repeat(200_000))
      pages.push(new WeakRef(page))
      yield page
      yield click(2, 0, { observation_id: 'a'.repeat(64), document_seq: 0 })
    },
  }
  expect(await exportDataset({ store, out: join(folder(), 'out') })).toMatchObject({ participants: 15, steps: 15 })
  expect(pages).toHaveLength(15)
  expect(most).toBeLessThanOrEqual(3)
})
