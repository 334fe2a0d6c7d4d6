import type { ItemKind } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'

export interface Counts {
  /** Not acknowledged yet, those under way included. */
  pending: number
  acknowledged: number
  quarantined: number
  /** Pending and acknowledged items by kind. */
  by_kind: Record<ItemKind, number>
}

const KINDS: readonly ItemKind[] = ['observation', 'action', 'prediction', 'gap', 'rationale', 'survey_answer']

/** How many items lie on the device. */
export const counts = (context: BufferContext): Promise<Counts> =>
  context.read(async (transaction) => {
    const items = transaction.objectStore('items')
    const [pending, acknowledged, quarantined, ...kinds] = await Promise.all([
      items.index('state').count('pending'),
      items.index('state').count('acknowledged'),
      transaction.objectStore('quarantine').count(),
      ...KINDS.map((kind) => items.index('kind').count(kind)),
    ])
    const by_kind = Object.fromEntries(KINDS.map((kind, index) => [kind, kinds[index] ?? 0]))
    return { pending, acknowledged, quarantined, by_kind: by_kind as Counts['by_kind'] }
  })
