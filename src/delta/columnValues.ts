import { longId, shortId } from './shortId.ts'

/** Numbers that grow from item to item: written as what they grow by. */
const GROWING = new Set([
  'timestamp',
  'committed_at',
  'asked_at',
  'answered_at',
  'document_seq',
  'tab_seq',
  'step_index',
])
/** Ids: the same one comes again and again. */
const IDS = new Set([
  'session_id',
  'document_id',
  'action_id',
  'observation_id',
  'prediction_id',
  'gap_id',
  'response_id',
])

/** One column's values, short and whole, in their order. Both sides of the wire remember the same. */
export interface ColumnValues {
  shorten(key: string, value: unknown): unknown
  restore(key: string, value: unknown): unknown
  /** Remembers an id that was told in another way. */
  know(key: string, id: string): void
}

/**
 * A growing number is the difference to the last one of its column; an id is how many other ids ago it was first told,
 * or itself in base64url. Everything else is as it is.
 */
export function columnValues(): ColumnValues {
  const last = new Map<string, number>()
  const known = new Map<string, { ids: string[]; places: Map<string, number> }>()
  const idsOf = (key: string) => {
    const found = known.get(key) ?? { ids: [] as string[], places: new Map<string, number>() }
    known.set(key, found)
    return found
  }
  function know(key: string, id: string): void {
    const { ids, places } = idsOf(key)
    if (places.has(id)) return
    places.set(id, ids.length)
    ids.push(id)
  }
  return {
    know,
    shorten(key, value) {
      if (GROWING.has(key) && typeof value === 'number') {
        const before = last.get(key) ?? 0
        last.set(key, value)
        return value - before
      }
      if (!IDS.has(key) || typeof value !== 'string') return value
      const { ids, places } = idsOf(key)
      const place = places.get(value)
      know(key, value)
      return place === undefined ? shortId(value) : ids.length - 1 - place
    },
    restore(key, value) {
      if (GROWING.has(key) && typeof value === 'number') {
        const whole = value + (last.get(key) ?? 0)
        last.set(key, whole)
        return whole
      }
      if (!IDS.has(key)) return value
      if (typeof value === 'string') {
        const id = longId(value)
        know(key, id)
        return id
      }
      if (typeof value !== 'number') return value
      const { ids } = idsOf(key)
      const id = ids[ids.length - 1 - value]
      if (id === undefined) throw new RangeError('no such id')
      return id
    },
  }
}
