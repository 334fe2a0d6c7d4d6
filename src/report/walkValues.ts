/** One value of a row. */
export interface Value {
  /** As `steps.observation.title`: file without its ending, then the fields; lists are looked into. */
  field: string
  value: string | number | boolean | null
  /** Id of the item that the value belongs to, where it has one. */
  item: string
}

const IDS = ['observation_id', 'action_id', 'prediction_id', 'rationale_id', 'answer_id', 'gap_id']

/** Id of the item that an object is, if it is one: its own id stands in it, beside what it holds. */
function idOf(object: Record<string, unknown>): string {
  const holds = (name: string, other: string): boolean => typeof object[name] === 'string' && other in object
  if (holds('observation_id', 'context')) return String(object.observation_id)
  for (const name of IDS.slice(1)) if (typeof object[name] === 'string') return String(object[name])
  return ''
}

/** Every value in a row, in order. */
export function* walkValues(value: unknown, field: string, item = ''): Generator<Value> {
  if (Array.isArray(value)) {
    if (value.length === 0) yield { field, value: null, item }
    for (const one of value) yield* walkValues(one, field, item)
  } else if (typeof value === 'object' && value !== null) {
    const own = idOf(value as Record<string, unknown>) || item
    for (const [name, one] of Object.entries(value)) yield* walkValues(one, `${field}.${name}`, own)
  } else yield { field, value: value as Value['value'], item }
}
