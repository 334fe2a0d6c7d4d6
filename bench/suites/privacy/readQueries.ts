import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Search queries that people typed, and the goals they had in mind: `webshop-goal-query-map.json`. Null where it is absent. */
export function readQueries(traces: string): { queries: string[]; goals: string[] } | null {
  const path = join(traces, 'webshop-goal-query-map.json')
  if (!existsSync(path)) return null
  const map: Record<string, string[]> = JSON.parse(readFileSync(path, 'utf8'))
  return { queries: Object.values(map).flat(), goals: Object.keys(map) }
}
