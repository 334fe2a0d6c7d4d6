import type { ItemKind } from '../../schemas/index.ts'
import type { BufferContext } from './context.ts'

export interface Counts {
  /** Not acknowledged yet, those under way included. */
  pending: number
  acknowledged: number
  /** Pages that no action refers to, and predictions on them: not to be sent. */
  unused: number
  quarantined: number
  /** All of these by kind, but for what is quarantined. */
  by_kind: Record<ItemKind, number>
}

const KINDS: readonly ItemKind[] = ['observation', 'action', 'prediction', 'gap', 'rationale', 'survey_answer']

/** How many items lie on the device. */
export const counts = (context: BufferContext): Promise<Counts> =>
  context.read(async (transaction) => {
    const items = transaction.objectStore('items')
    const [pending, acknowledged, unused, quarantined, ...kinds] = await Promise.all([
      items.index('state').count('pending'),
      items.index('state').count('acknowledged'),
      items.index('state').count('unused'),
      transaction.objectStore('quarantine').count(),
      ...KINDS.map((kind) => items.index('kind').count(kind)),
    ])
    const by_kind = Object.fromEntries(KINDS.map((kind, index) => [kind, kinds[index] ?? 0]))
    return { pending, acknowledged, unused, quarantined, by_kind: by_kind as Counts['by_kind'] }
  })
