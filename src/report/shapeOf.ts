import type { Value } from './walkValues.ts'

/** Fields whose values come from a closed list of the schemas, and so tell nothing of anybody. */
const CLOSED =
  /\.(?:type|click_type|page_type|kind|question_kind|reason|how|visibility|participant_kind|outcome|source|status|predictor|error_kind)$/

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Lengths are told in these steps alone. */
export function lengthBucket(length: number): string {
  if (length < 10) return '1–9 characters'
  if (length < 100) return '10–99 characters'
  if (length < 1000) return '100–999 characters'
  return length < 10_000 ? '1,000–9,999 characters' : '10,000 characters or more'
}

function numberBucket(value: number): string {
  const size = Math.abs(value)
  if (value > 1e11 && value < 1e14) return 'a time'
  if (size <= 1) return 'from −1 to 1'
  if (size < 100) return 'up to 99'
  return size < 10_000 ? '100 to 9,999' : '10,000 or more'
}

/** What a value is like, without saying what it is: its kind and how long it is, roughly. */
export function shapeOf({ field, value }: Pick<Value, 'field' | 'value'>): string {
  if (value === null || value === '') return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return numberBucket(value)
  if (CLOSED.test(field)) return `“${value.slice(0, 40)}”`
  if (UUID.test(value)) return 'a random id'
  if (/^[\da-f]{64}$/.test(value)) return 'a fingerprint'
  const what = /^https?:\/\//.test(value) ? 'an address' : 'text'
  return `${what}, ${lengthBucket(value.length)}`
}
