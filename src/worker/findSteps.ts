import type { Observation } from '../../schemas/index.ts'
import type { KeptStep } from '../buffer/listSteps.ts'
import type { TraceBuffer } from '../buffer/TraceBuffer.ts'
import type { MySteps } from '../messaging/myDataCalls.ts'
import { decodePercents } from './decodePercents.ts'
import { describeStep, type Showing } from './describeStep.ts'
import { foldText } from './foldText.ts'

const SHOWN = 20
/** Steps looked at in one call, whether or not they hold what is looked for. */
const LOOKED_AT = 200

/** Every text in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }

const searchable = (value: unknown): string =>
  foldText(
    decodePercents(textsIn(value).join('\n')).replace(
      /&(lt|gt|amp|quot|#39);/g,
      (_, entity: string) => ENTITIES[entity] ?? '',
    ),
  )

/** The page acted on, which may lie among the items of an earlier step. */
async function pageOf(kept: KeptStep, buffer: TraceBuffer): Promise<Observation | null> {
  const step = kept.items.find(({ item }) => item.kind === 'action' && item.data.step_index !== null)
  const id = step?.item.kind === 'action' ? step.item.data.observation_id : null
  if (!id) return null
  const own = kept.items.find(({ item }) => item.item_id === id)
  return own?.item.kind === 'observation' ? own.item.data : buffer.observation(id)
}

/**
 * Steps before `before` (a `seq`; null: the newest), newest first, in which every word of `query` is found: in what was
 * done, in all that is kept of the pages, in what was predicted, as far as that is shown. A few at a time; a call may find
 * none and still name where to go on.
 */
export async function findSteps(
  buffer: TraceBuffer,
  { before, query }: { before: number | null; query: string },
  showing: Showing,
): Promise<MySteps> {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  const steps: MySteps['steps'] = []
  let next = before
  for (let looked = 0; looked < LOOKED_AT && steps.length < SHOWN; ) {
    const some = await buffer.steps(next, SHOWN - steps.length)
    if (some.length === 0) return { steps, next: null }
    looked += some.length
    for (const kept of some) {
      next = kept.items[0]?.item.seq ?? 0
      const page = await pageOf(kept, buffer)
      const step = describeStep(kept, page, showing)
      const pages = kept.items.flatMap(({ item }) => (item.kind === 'observation' ? [item.data] : []))
      const text =
        words.length > 0 ? searchable([step.action, step.before, page, pages, step.predictions, step.rationales]) : ''
      if (words.every((word) => text.includes(word))) steps.push(step)
    }
  }
  return { steps, next }
}
