import { z } from 'zod'
import { type Gap, uuid } from '../../schemas/index.ts'

const document_id = uuid.nullable().catch(null)
const document_seq = z.int().nonnegative().nullable().catch(null)

/** As much as can be read of a message that makes no sense: which document it belongs to, and its place there. */
const remains = z
  .object({ document_id, action: z.object({ document_id, document_seq }).partial().optional().catch(undefined) })
  .partial()
  .catch({})

/** The hole that a message leaves which could not be read. */
export function invalidGap(data: unknown): Pick<Gap, 'document_id' | 'from_seq' | 'to_seq' | 'reason'> {
  const { action, document_id: own } = remains.parse(data)
  const place = action?.document_id ?? own ?? null
  const seq = place === null ? null : (action?.document_seq ?? null)
  return { document_id: place, from_seq: seq, to_seq: seq, reason: 'invalid' }
}
