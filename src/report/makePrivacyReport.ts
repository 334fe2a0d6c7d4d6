import { readRows } from '../dataset/readRows.ts'
import { type Anonymity, anonymity } from './anonymity.ts'
import { blanksIn } from './blankMeanings.ts'
import { createPeopleCollector, type People } from './people.ts'
import { type Find, secondScan } from './secondScan.ts'
import { shapeOf } from './shapeOf.ts'
import { walkValues } from './walkValues.ts'

export interface FieldCount {
  field: string
  /** Values, empty ones among them. */
  values: number
  /** Shapes, the most frequent first. */
  shapes: { shape: string; count: number }[]
}

export interface BlankCount {
  blank: string
  count: number
  fields: { field: string; count: number }[]
}

/** A find, and where it is: a reader looks it up there. */
export interface PlacedFind extends Find {
  file: string
  line: number
  field: string
  item: string
}

export interface PrivacyReport {
  schema_version: 1
  rows: { file: string; rows: number }[]
  participants: number
  fields: FieldCount[]
  blanks: BlankCount[]
  scan: { texts: number; finds: PlacedFind[]; counts: Record<Find['kind'], number> }
  persona: Anonymity[]
  behaviour: Anonymity[]
  /** Shop and day together: how many such pairs there are, and how many only one participant has. */
  visits: { pairs: number; alone: number }
}

/** Finds shown of each kind; all are counted. */
const MOST_FINDS = 200
const MOST_SHAPES = 5

class Counter {
  readonly #counts = new Map<string, number>()
  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }
  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }
  sorted(): [key: string, count: number][] {
    return [...this.#counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  }
}

const counterIn = (map: Map<string, Counter>, key: string): Counter => {
  const known = map.get(key) ?? new Counter()
  map.set(key, known)
  return known
}

/** All columns together, then each alone, then each pair: the worst pair first. */
function personaTables({ persona }: People): Anonymity[] {
  const columns = [...new Set([...persona.values()].flatMap((answers) => [...answers.keys()]))].sort()
  if (columns.length === 0) return []
  const people = [...persona.values()]
  const pairs = columns.flatMap((one, index) => columns.slice(index + 1).map((other) => [one, other]))
  const whole = columns.length > 1 ? [anonymity(people, columns)] : []
  const two = columns.length > 2 ? pairs.map((pair) => anonymity(people, pair)) : []
  return [
    ...whole,
    ...columns.map((column) => anonymity(people, [column])),
    ...two.sort((a, b) => b.alone - a.alone || a.k - b.k).slice(0, 10),
  ]
}

/**
 * Reads a dataset and says what was collected, what was blanked, what may have slipped by, and how well its participants
 * hide among each other. A page that many rows share is looked at once.
 */
export async function makePrivacyReport(folder: string): Promise<PrivacyReport> {
  const rows = new Counter()
  const shapes = new Map<string, Counter>()
  const blanks = new Map<string, Counter>()
  const people = createPeopleCollector()
  const participants = new Set<string>()
  const seen = new Set<string>()
  const counts: Record<Find['kind'], number> = { rule: 0, phone: 0, name: 0, number: 0, at_sign: 0 }
  const finds: PlacedFind[] = []
  let texts = 0

  function scan(text: string, place: Omit<PlacedFind, keyof Find>, url: string): void {
    texts++
    for (const find of secondScan(text, place.field, url)) {
      counts[find.kind]++
      if (counts[find.kind] <= MOST_FINDS) finds.push({ ...find, ...place })
    }
  }

  for await (const { file, line, row } of readRows(folder)) {
    rows.add(file)
    people.add(file, row)
    const { participant_id, observation } = row as { participant_id?: string; observation?: { url?: string } | null }
    if (participant_id) participants.add(participant_id)
    const name = file.replace(/\.jsonl$/, '')
    for (const { field, value, item } of walkValues(row, name)) {
      const shape = shapeOf({ field, value })
      counterIn(shapes, field).add(shape)
      if (typeof value !== 'string' || value === '' || !/^(?:text|an address),/.test(shape)) continue
      const once = `${field} ${item} ${value}`
      if (item !== '' && seen.has(once)) continue
      seen.add(once)
      for (const blank of blanksIn(value)) counterIn(blanks, blank).add(field)
      scan(value, { file, line, field, item }, observation?.url ?? '')
    }
  }

  const all = people.people()
  const behaving = [...all.behaviour.values()]
  return {
    schema_version: 1,
    rows: rows.sorted().map(([file, count]) => ({ file, rows: count })),
    participants: participants.size,
    fields: [...shapes].map(([field, counter]) => ({
      field,
      values: counter.total,
      shapes: counter
        .sorted()
        .slice(0, MOST_SHAPES)
        .map(([shape, count]) => ({ shape, count })),
    })),
    blanks: [...blanks]
      .map(([blank, counter]) => ({
        blank,
        count: counter.total,
        fields: counter.sorted().map(([field, count]) => ({ field, count })),
      }))
      .sort((a, b) => b.count - a.count),
    scan: { texts, finds, counts },
    persona: personaTables(all),
    behaviour:
      behaving.length === 0
        ? []
        : [['shops'], ['number of days'], ['days'], ['shops', 'days']].map((columns) => anonymity(behaving, columns)),
    visits: { pairs: all.visits.size, alone: [...all.visits.values()].filter((count) => count === 1).length },
  }
}
