import { packedBatch } from '../../schemas/index.ts'
import { UnpackError, unpackBatch } from '../delta/unpackBatch.ts'
import type { Bases } from './bases.ts'
import { explainIssues } from './explainIssues.ts'
import { Refusal } from './refusal.ts'

const cannot = (why: string) =>
  new Refusal(422, 'cannot_unpack', `The batch cannot be unpacked: ${why}. Send its items as they are.`)

/**
 * A batch's body with its items as they are, whether or not it came packed. All of a packed one is unpacked, or it is
 * refused; its items are still unchecked.
 */
export async function unpackBody(body: unknown, bases: Bases): Promise<unknown> {
  if (typeof body !== 'object' || body === null || !('schema_version' in body) || body.schema_version !== 2) return body
  const parsed = packedBatch.safeParse(body)
  if (!parsed.success) throw cannot(explainIssues(parsed.error.issues))
  const { batch_id, study_id, study_version, participant_id, created_at, base_seqs } = parsed.data
  const found = await bases.find(base_seqs)
  const contexts = found.filter((context) => context !== null)
  if (contexts.length < found.length) throw cannot('a page that it takes from is not here')
  try {
    const items = await unpackBatch(parsed.data, contexts, bases.spend)
    return { schema_version: 1, batch_id, study_id, study_version, participant_id, created_at, items }
  } catch (error) {
    throw error instanceof UnpackError ? cannot(error.message) : error
  }
}
