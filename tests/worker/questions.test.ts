import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import {
  type Action,
  type Rationale,
  rationaleIdOf,
  type StudyFile,
  study as studySchema,
} from '../../schemas/index.ts'
import type { TraceBuffer } from '../../src/buffer/openBuffer.ts'
import type { ConsentState } from '../../src/consent/readRecordingState.ts'
import { makeWordScrubber } from '../../src/privacy/participantWords.ts'
import { createQuestions, type Kept } from '../../src/worker/questions.ts'
import { click, freshBuffer, id, MINUTE, page, submit } from '../buffer/material.ts'

const TAB = 7
const keep = (): Kept & { value: unknown } => ({
  value: null,
  async getValue() {
    return this.value
  },
  async setValue(value) {
    this.value = structuredClone(value)
  },
  async removeValue() {
    this.value = null
  },
})

let buffer: TraceBuffer
let clock: { now: number }
let draws: number[]
let kept: { question: ReturnType<typeof keep>; asking: ReturnType<typeof keep> }
let made: number
beforeEach(async () => {
  const fresh = await freshBuffer()
  buffer = fresh.buffer
  clock = fresh.clock
  draws = []
  made = 0
  kept = { question: keep(), asking: keep() }
})

/** As after every death of the worker: nothing but what is kept is known. */
const worker = () =>
  createQuestions({
    buffer: async () => buffer,
    words: { inForce: async () => ({ scrub: makeWordScrubber(['Anna']) }) as never },
    kept,
    now: () => clock.now,
    random: () => draws.shift() ?? 0.999,
    languages: () => ['de-AT'],
    onChanged() {},
  })

type Wanted = NonNullable<StudyFile['rationale']>
function joined(rationale: Wanted, agreed = true): ConsentState {
  const study = studySchema.parse({
    schema_version: 1,
    id: 'why',
    title: 'Why',
    version: 1,
    contact: { name: 'A', email: 'a@example.org' },
    consent: { version: '1', text: { en: 'x' } },
    shops: [{ name: 'S', matches: ['https://shop.example/*'] }],
    upload: { endpoint: 'https://collector.example' },
    rationale,
    retention: { collector_days: 3 },
  })
  const consent = { language: 'en', choices: { recording: true, rationale: agreed } }
  return { kind: 'recording', enrolment: { study, consent } } as unknown as ConsentState
}
const whole = (more: Partial<Wanted> = {}): ConsentState =>
  joined({ chance: { purchase: 0.5, type_and_submit: 0.1 }, time_limit_seconds: 60, ...more })

async function step(captured = click): Promise<Action> {
  const document_id = id(0x900 + made)
  await buffer.putObservation({ document_id, observation_no: 0, tab_id: TAB, captured: page(`p${made}`) })
  made++
  return (await buffer.putAction({ tab_id: TAB, captured: captured(made, { document_id, timestamp: clock.now }) }))
    .action
}
const said = async (): Promise<Rationale[]> =>
  (await buffer.items(0, 1000)).flatMap(({ item }) => (item.kind === 'rationale' ? [item.data] : []))

/** Takes a step, with this number drawn, and says whether it is asked about. */
async function ask(draw: number, state = whole(), captured = click): Promise<boolean> {
  draws = [draw]
  return worker().acted(await step(captured), TAB, state)
}
const answer = (
  text: string,
  more: { outcome?: 'answered' | 'skipped' | 'missed'; less?: boolean } = {},
  state = whole(),
) =>
  worker()
    .open()
    .then(async (open) => {
      const rationale_id = open?.question.rationale_id ?? ''
      await worker().answer({ rationale_id, outcome: 'answered', less: false, ...more, text }, state)
    })

test.each([
  ['a click below its chance', 0.49, click, true],
  ['a click at its chance', 0.5, click, false],
  ['a submission below its chance', 0.09, submit, true],
  ['a submission above it', 0.11, submit, false],
] as const)('%s', async (_, draw, captured, isAsked) => {
  expect(await ask(draw, whole(), captured as typeof click)).toBe(isAsked)
})

test('a kind of click that the study does not name is never asked about', async () => {
  expect(await ask(0, whole({ chance: { review: 1 } }))).toBe(false)
})

test('nobody is asked who did not agree to it, nor where the study does not ask, nor in a pause', async () => {
  expect(await ask(0, joined({ chance: { purchase: 1 } }, false))).toBe(false)
  const silent = whole()
  if (silent.enrolment) delete silent.enrolment.study.rationale
  expect(await ask(0, silent)).toBe(false)
  expect(await ask(0, { ...whole(), kind: 'paused', until: null } as ConsentState)).toBe(false)
})

test('an answer in time is bound to its step, scrubbed, and its question is gone, over the death of the worker', async () => {
  expect(await ask(0, whole({ question: { en: 'Why?', de: 'Warum?' } }))).toBe(true)
  const open = await worker().open()
  expect(await worker().dropGone()).toBeNull()
  expect(open).toMatchObject({
    tab_id: TAB,
    question: { text: 'Warum?', language: 'de', deadline: clock.now + MINUTE },
  })
  clock.now += 5000
  await answer('  Anna hat am Samstag Geburtstag, anna@example.org weiß es. ')
  const action = open?.question.action
  expect(await said()).toEqual([
    {
      schema_version: 1,
      rationale_id: rationaleIdOf(action?.action_id ?? ''),
      action_id: action?.action_id,
      session_id: action?.session_id,
      step_index: action?.step_index,
      asked_at: clock.now - 5000,
      answered_at: clock.now,
      outcome: 'answered',
      text: '[word] hat am Samstag Geburtstag, [email] weiß es.',
      source: 'human',
      chance: 0.5,
      language: 'de',
    },
  ])
  expect(await worker().open()).toBeNull()
  // A second answer, late or doubled, changes nothing.
  await worker().answer(
    { rationale_id: rationaleIdOf(action?.action_id ?? ''), outcome: 'answered', text: 'x', less: false },
    whole(),
  )
  expect(await said()).toHaveLength(1)
})

test('skipped is skipped, and so is an empty answer', async () => {
  await ask(0)
  await answer('not to be kept', { outcome: 'skipped' })
  await ask(0)
  await answer('   ')
  expect((await said()).map(({ outcome, text, answered_at }) => [outcome, text, answered_at])).toEqual([
    ['skipped', '', clock.now],
    ['skipped', '', clock.now],
  ])
})

test('what is not answered in time is missed: by the clock, by the page, or after a restart', async () => {
  await ask(0)
  const late = await worker().open()
  clock.now += MINUTE + 1
  expect(await worker().open()).toBeNull()
  await worker().answer(
    { rationale_id: late?.question.rationale_id ?? '', outcome: 'answered', text: 'Too late', less: false },
    whole(),
  )
  await ask(0)
  clock.now += MINUTE
  await worker().tick(whole())
  await worker().tick(whole())
  await ask(0)
  await answer('', { outcome: 'missed' })
  expect((await said()).map(({ outcome, text, answered_at }) => [outcome, text, answered_at])).toEqual(
    Array(3).fill(['missed', '', null]),
  )
})

test('one question at a time; the next step may be asked about when the last question is over', async () => {
  expect(await ask(0)).toBe(true)
  expect(await ask(0)).toBe(false)
  clock.now += MINUTE
  expect(await ask(0)).toBe(true)
  expect(await said()).toMatchObject([{ outcome: 'missed' }])
})

test('each "ask me less" halves the chance, for good, and the data says by how much', async () => {
  for (const [draw, isAsked] of [
    [0.49, true],
    [0.26, false],
    [0.24, true],
    [0.13, false],
    [0.12, true],
  ] as const) {
    expect(await ask(draw), `${draw}`).toBe(isAsked)
    if (isAsked) await answer('', { outcome: 'skipped', less: true })
  }
  expect((await said()).map(({ chance }) => chance)).toEqual([0.5, 0.25, 0.125])
  kept.asking.value = 'damaged'
  expect(await ask(0)).toBe(false)
})

test('no more than the study allows, in a session and in a day', async () => {
  const few = whole({ max_per_session: 2, max_per_day: 3 })
  const answered = async () => {
    const isAsked = await ask(0, few)
    if (isAsked) await answer('Because', {}, few)
    return isAsked
  }
  expect([await answered(), await answered(), await answered()]).toEqual([true, true, false])
  // The next session, on the same day, and then on the next.
  clock.now += 45 * MINUTE
  expect([await answered(), await answered()]).toEqual([true, false])
  clock.now += 24 * 60 * MINUTE
  expect([await answered(), await answered(), await answered()]).toEqual([true, true, false])
})

test('a pause counts the question as missed; after leaving, nothing is stored', async () => {
  await ask(0)
  await worker().giveUp(whole())
  expect(await said()).toMatchObject([{ outcome: 'missed' }])
  await ask(0)
  await worker().tick({ kind: 'off', reason: 'withdrawn', enrolment: null })
  expect(kept.question.value).toBeNull()
  await ask(0)
  await worker().giveUp({ ...whole(), kind: 'paused', until: null } as ConsentState)
  expect(await said()).toHaveLength(1)
  await worker().clear()
  expect([kept.question.value, kept.asking.value]).toEqual([null, null])
})

test('a question about a step that is deleted meanwhile is no longer asked, and its answer not kept', async () => {
  await ask(0)
  const open = await worker().open()
  const steps = await buffer.steps(null, 1)
  await buffer.deleteSteps({ seqs: steps[0]?.items.map(({ item }) => item.seq) ?? [] })
  expect(await worker().open()).toBeNull()
  expect(await worker().dropGone()).toBe(TAB)
  expect(kept.question.value).toBeNull()
  await worker().answer(
    { rationale_id: open?.question.rationale_id ?? '', outcome: 'answered', text: 'Because', less: false },
    whole(),
  )
  expect(await said()).toEqual([])
  expect(kept.question.value).toBeNull()
})

test('a question that cannot be read is dropped', async () => {
  kept.question.value = { tab_id: 'x' }
  expect(await worker().open()).toBeNull()
  await worker().tick(whole())
  expect(kept.question.value).toBeNull()
})
