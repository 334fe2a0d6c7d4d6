import { z } from 'zod'
import { type Action, type Rationale, rationaleIdOf, type Study, timestamp, uuid } from '../../schemas/index.ts'
import type { TraceBuffer } from '../buffer/openBuffer.ts'
import { pickLanguage } from '../consent/pickLanguage.ts'
import type { ConsentState } from '../consent/readRecordingState.ts'
import type { Answer, OpenQuestion } from '../messaging/calls.ts'
import { scrubRationale } from '../privacy/scrubItem.ts'
import { askedSoFar, countAsked, readAsking } from './askingState.ts'
import type { Words } from './words.ts'

/** Where a value lies that outlives the worker; `unknown`, for what lies on a disk is parsed before it is believed. */
export interface Kept {
  getValue(): Promise<unknown>
  setValue(value: unknown): Promise<void>
  removeValue(): Promise<void>
}

export interface QuestionDeps {
  buffer(): Promise<TraceBuffer>
  words: Pick<Words, 'inForce'>
  kept: { question: Kept; asking: Kept }
  now(): number
  /** From 0 to 1, 1 excluded. */
  random(): number
  /** What the participant reads, best first, BCP 47. */
  languages(): readonly string[]
  onChanged(): void
}

/**
 * Asks why, by experience sampling: after a step picked by chance. One question at a time, each about its own step, kept over
 * the death of the worker; what is not answered in time is missed. Callers run one after the other.
 */
export interface Questions {
  /** A step was stored: perhaps it is asked about. True where a question is open now that was not before. */
  acted(action: Action, tab_id: number, state: ConsentState): Promise<boolean>
  /** The question that waits, with the tab it was asked in; one whose time is over, or whose step is gone, does not. */
  open(): Promise<{ question: OpenQuestion; tab_id: number } | null>
  answer(answer: Answer, state: ConsentState): Promise<void>
  /** Stores a question whose time is over as missed. Where nothing may be recorded now, it is dropped. */
  tick(state: ConsentState): Promise<void>
  /** The participant pauses: a question that waits is missed. */
  giveUp(state: ConsentState): Promise<void>
  /** Something was deleted: a question about a step that is gone is dropped. The tab it was asked in, or null. */
  dropGone(): Promise<number | null>
  /** Forgets all, the wish for fewer questions too: the participant leaves. */
  clear(): Promise<void>
}

/** Steps among which the one asked about is looked for. */
const RECENT = 100

const waiting = z.strictObject({
  action_id: uuid,
  session_id: uuid,
  step_index: z.int().nonnegative(),
  asked_at: timestamp,
  deadline: timestamp,
  chance: z.number().gt(0).max(1),
  language: z.string().max(35),
  text: z.string().nullable(),
  tab_id: z.int(),
})

type Waiting = z.infer<typeof waiting>

/** Probability that this step is asked about, before any wish for fewer questions. */
function chanceOf(action: Action, { chance }: NonNullable<Study['rationale']>): number {
  if (action.type === 'click') return chance[action.click_type] ?? 0
  return action.type === 'type_and_submit' ? (chance.type_and_submit ?? 0) : 0
}

export function createQuestions(deps: QuestionDeps): Questions {
  const { question: place, asking: count } = deps.kept

  const read = async (): Promise<Waiting | null> => waiting.safeParse(await place.getValue()).data ?? null

  async function findAction({ action_id }: Waiting): Promise<Action | null> {
    const recent = await (await deps.buffer()).recentSteps(RECENT)
    return recent.find(({ action }) => action.action_id === action_id)?.action ?? null
  }

  /** Stores what came of it, scrubbed; where its step is gone, nothing is stored. */
  async function close(one: Waiting, outcome: Rationale['outcome'], text = ''): Promise<void> {
    const { action_id, session_id, step_index, asked_at, chance, language } = one
    const rationale: Rationale = {
      schema_version: 1,
      rationale_id: rationaleIdOf(action_id),
      action_id,
      session_id,
      step_index,
      asked_at,
      answered_at: outcome === 'missed' ? null : deps.now(),
      outcome,
      text,
      source: 'human',
      chance,
      language,
    }
    const { scrub } = await deps.words.inForce()
    await (await deps.buffer()).putRationale(scrubRationale(rationale, scrub))
    await place.removeValue()
    deps.onChanged()
  }

  const mayAsk = (state: ConsentState): Study['rationale'] =>
    state.kind === 'recording' && state.enrolment.consent.choices.rationale
      ? state.enrolment.study.rationale
      : undefined

  async function closeOrDrop(one: Waiting, state: ConsentState): Promise<void> {
    if (mayAsk(state)) await close(one, 'missed')
    else {
      await place.removeValue()
      deps.onChanged()
    }
  }

  const questions: Questions = {
    async acted(action, tab_id, state) {
      const wanted = mayAsk(state)
      if (!wanted || !state.enrolment || action.step_index === null) return false
      await questions.tick(state)
      const asked = readAsking(await count.getValue())
      if (!asked || (await read())) return false
      const chance = chanceOf(action, wanted) / 2 ** asked.halvings
      if (chance === 0 || deps.random() >= chance) return false
      const now = deps.now()
      const { session_id, step_index, action_id } = action
      const { today, in_session } = askedSoFar(asked, now, session_id)
      if (today >= wanted.max_per_day || in_session >= wanted.max_per_session) return false
      const preferred = [...deps.languages(), state.enrolment.consent.language]
      const language = wanted.question ? pickLanguage(Object.keys(wanted.question), preferred) : (preferred[0] ?? 'en')
      // Counted first: where what follows fails, nobody is asked too often.
      await count.setValue(countAsked(asked, now, session_id))
      const deadline = now + wanted.time_limit_seconds * 1000
      const text = wanted.question?.[language] ?? null
      const open: Waiting = {
        action_id,
        session_id,
        step_index,
        asked_at: now,
        deadline,
        chance,
        language,
        text,
        tab_id,
      }
      await place.setValue(open)
      deps.onChanged()
      return true
    },
    async open() {
      const one = await read()
      if (!one || deps.now() >= one.deadline) return null
      const action = await findAction(one)
      if (!action) return null
      const { action_id, text, language, deadline, tab_id } = one
      return { question: { rationale_id: rationaleIdOf(action_id), text, language, action, deadline }, tab_id }
    },
    async answer({ rationale_id, outcome, text, less }, state) {
      const one = await read()
      if (!one || rationaleIdOf(one.action_id) !== rationale_id) return
      if (less) {
        const asked = readAsking(await count.getValue())
        if (asked) await count.setValue({ ...asked, halvings: asked.halvings + 1 })
      }
      if (!mayAsk(state) || outcome === 'missed' || deps.now() > one.deadline) return closeOrDrop(one, state)
      const said = text.trim()
      await close(one, outcome === 'answered' && said ? 'answered' : 'skipped', outcome === 'answered' ? said : '')
    },
    async tick(state) {
      const one = await read()
      if (!one) {
        // What cannot be read cannot be asked.
        if ((await place.getValue()) != null) await place.removeValue()
      } else if (deps.now() >= one.deadline || !mayAsk(state)) await closeOrDrop(one, state)
    },
    async giveUp(state) {
      const one = await read()
      if (one) await closeOrDrop(one, state)
    },
    async dropGone() {
      const one = await read()
      if (!one || (await findAction(one))) return null
      await place.removeValue()
      return one.tab_id
    },
    async clear() {
      await place.removeValue()
      await count.removeValue()
    },
  }
  return questions
}
