import type { Action, Gap, Observation, Prediction, Rationale, Study } from '../../schemas/index.ts'
import type { KeptItem, KeptStep } from '../buffer/listSteps.ts'
import type { MyPage, MyPlace, MyStep } from '../messaging/myDataCalls.ts'

/** How the participant is shown what is kept. */
export interface Showing {
  now: number
  hold_ms: number
  visibility: Study['prediction_visibility']
}

/** A page that no action refers to stays on this device. */
type Seen = MyPage & { unsent?: true }

const pageOf = ({ observation_id, url, title, page_type, context }: Observation): MyPage => ({
  observation_id,
  url,
  title,
  page_type,
  has_content: context !== '',
})

/** Where a step is: as long as one of its items waits, so does it. What stays on this device tells nothing of it. */
function placeOf(items: readonly KeptItem[], { now, hold_ms }: Showing): MyPlace {
  const waiting = items.filter(({ state }) => state === 'pending')
  const sent = items.filter(({ state }) => state === 'acknowledged')
  if (waiting.length === 0) {
    if (sent.length === 0) return { kind: 'waiting' }
    return {
      kind: 'sent',
      at: Math.max(...sent.map(({ acknowledged_at, stored_at }) => acknowledged_at ?? stored_at)),
    }
  }
  const until = Math.min(...waiting.map(({ stored_at }) => Math.min(stored_at, now) + hold_ms))
  return until > now ? { kind: 'held', until } : { kind: 'waiting' }
}

/**
 * A kept step as the "My data" page shows it. `page`: the one acted on, wherever it is stored.
 *
 * Under `off` no prediction is shown, and under `blind` none of a step to come: showing it would be the treatment that
 * the study excludes.
 */
export function describeStep(kept: KeptStep, page: Observation | null, showing: Showing): MyStep {
  const of = <T>(kind: KeptItem['item']['kind']): T[] =>
    kept.items.flatMap(({ item }) => (item.kind === kind ? [item.data as T] : []))
  const actions = of<Action>('action')
  const action = actions.find(({ step_index }) => step_index !== null) ?? null
  const hides = showing.visibility === 'off' || (showing.visibility === 'blind' && !action)
  return {
    session: kept.session,
    action,
    page: page && pageOf(page),
    before: actions.filter((one) => one !== action),
    pages: kept.items.flatMap(({ item, state }): Seen[] =>
      item.kind !== 'observation' || item.item_id === action?.observation_id
        ? []
        : [{ ...pageOf(item.data), ...(state === 'unused' && { unsent: true as const }) }],
    ),
    predictions: hides ? [] : of<Prediction>('prediction'),
    rationales: of<Rationale>('rationale'),
    gaps: of<Gap>('gap'),
    place: placeOf(kept.items, showing),
    at: (action ?? actions.at(-1))?.timestamp ?? kept.items[0]?.stored_at ?? 0,
    seqs: kept.items.flatMap(({ item }) => (item.kind === 'gap' ? [] : [item.seq])),
  }
}
