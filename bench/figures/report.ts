import { formatFigure, type Unit } from './formatFigure.ts'
import { formatTable } from './formatTable.ts'

/** One table: a row per page, scenario or tool; figures in the unit of their column. */
export interface Table {
  title: string
  /** Name of the rows. */
  of: string
  columns: { title: string; unit: Unit }[]
  rows: { name: string; figures: number[] }[]
  notes: string[]
}

/** Something that must hold, from the project's own list of goals. */
export interface Goal {
  text: string
  limit: number
  is: 'at most' | 'at least'
  unit: Unit
  measured: number
}

/** What a suite found out. `detail` is every single measurement, for the JSON file. */
export interface SuiteReport {
  suite: string
  tables: Table[]
  goals: Goal[]
  detail: unknown
}

/** False too where nothing could be measured. */
export const isMet = ({ measured, limit, is }: Goal): boolean =>
  is === 'at most' ? measured <= limit : measured >= limit

/** The table as text, with its notes. */
export function printTable({ title, of, columns, rows, notes }: Table): string {
  const body = formatTable(
    [of, ...columns.map((column) => column.title)],
    rows.map(({ name, figures }) => [
      name,
      ...columns.map(({ unit }, i) => formatFigure(figures[i] ?? Number.NaN, unit)),
    ]),
  )
  return [`\n${title}`, body, ...notes.map((note) => `  ${note}`)].join('\n')
}

/** The goals as a table: wanted, measured, met or missed. */
export function printGoals(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => [
    goal.text,
    `${goal.is === 'at most' ? '≤' : '≥'} ${formatFigure(goal.limit, goal.unit)}`,
    formatFigure(goal.measured, goal.unit),
    Number.isNaN(goal.measured) ? 'not measured' : isMet(goal) ? 'met' : 'MISSED',
  ])
  return ['\nGoals', formatTable(['goal', 'wanted', 'measured', ''], rows)].join('\n')
}
