import { MAX_CONTEXT, type Observation, type ObservationDelta, observationId } from '../../schemas/index.ts'
import { applyEdits, EditsError } from './applyEdits.ts'

export type Unpacked = { observation: Observation } | { reason: string }

/**
 * The whole page of a delta and the contexts that it names, in their order; null stands for one that is not there.
 *
 * Checks the result against the page's id. Where nothing comes of it the reason says so, and the page has to be sent
 * whole.
 */
export async function unpackObservation(
  { base_seqs: _, edits, ...rest }: ObservationDelta,
  bases: readonly (string | null)[],
): Promise<Unpacked> {
  const found = bases.filter((base) => base !== null)
  if (found.length < bases.length) return { reason: 'unknown_base: a page that it is made from is not here' }
  let context: string
  try {
    context = applyEdits(found, edits, MAX_CONTEXT)
  } catch (error) {
    if (error instanceof EditsError) return { reason: `unknown_base: ${error.message}` }
    throw error
  }
  const { schema_version: __, observation_id, ...content } = rest
  if ((await observationId({ ...content, context })) !== observation_id) {
    return { reason: 'unknown_base: what it makes is not the page of this id' }
  }
  return { observation: { ...rest, context } }
}
