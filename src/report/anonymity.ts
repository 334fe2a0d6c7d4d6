/** How well people hide among each other by some columns. */
export interface Anonymity {
  /** Which columns, together. */
  columns: string[]
  people: number
  groups: number
  /** Size of the smallest group: k of k-anonymity (Samarati and Sweeney, 1998). 0 where there is nobody. */
  k: number
  /** People who are alone with their values, and in groups of fewer than five. */
  alone: number
  under_five: number
}

/** Groups people by their values in `columns`; a missing value is a value like any other. */
export function anonymity(people: Iterable<ReadonlyMap<string, string>>, columns: readonly string[]): Anonymity {
  const sizes = new Map<string, number>()
  let count = 0
  for (const person of people) {
    const key = JSON.stringify(columns.map((column) => person.get(column) ?? null))
    sizes.set(key, (sizes.get(key) ?? 0) + 1)
    count++
  }
  const all = [...sizes.values()]
  const within = (limit: number): number => all.filter((size) => size < limit).reduce((sum, size) => sum + size, 0)
  return {
    columns: [...columns],
    people: count,
    groups: all.length,
    k: all.reduce((least, size) => Math.min(least, size), count),
    alone: within(2),
    under_five: within(5),
  }
}
