import type { Gap } from '../../schemas/index.ts'
import { addItem } from './addItem.ts'
import type { BufferContext } from './context.ts'
import { findKnown } from './findKnown.ts'

/** Stores a gap, once per `gap_id`; returns its `seq`. */
export const putGap = (context: BufferContext, gap: Gap): Promise<number> =>
  context.write(async (transaction) => {
    const known = await findKnown(transaction, gap.gap_id)
    if (known) return known.in === 'items' ? known.row.seq : known.seq
    const session_ids = gap.session_id === null ? [] : [gap.session_id]
    return addItem(transaction, { item_id: gap.gap_id, kind: 'gap', data: gap, session_ids }, context.now())
  })
