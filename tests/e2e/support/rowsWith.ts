import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** How many rows of each table of the collector's database hold `text`. */
export function rowsWith(folder: string, text: string): Record<string, number> {
  const database = new DatabaseSync(join(folder, 'collector.sqlite'), { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
  const found = tables.map(({ name }): [string, number] => [
    name,
    database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .filter((row) => JSON.stringify(row).includes(text)).length,
  ])
  database.close()
  return Object.fromEntries(found.filter(([, count]) => count > 0))
}
