import { basename } from 'node:path'
import { readLines } from './readLines.ts'

/** Anything that checks a row: a schema of `schemas/`. */
interface RowSchema<Row> {
  safeParse(
    row: unknown,
  ):
    | { success: true; data: Row }
    | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } }
}

/**
 * Reads a file of JSON lines row by row, each checked. Throws an error that names the file and the line where a row is
 * corrupt, and one that names the counts where there are not `rows` of them.
 */
export async function* readJsonl<Row>(path: string, schema: RowSchema<Row>, rows: number): AsyncGenerator<Row> {
  const file = basename(path)
  let line = 0
  for await (const text of readLines(path)) {
    line += 1
    yield readRow(text, schema, `${file} line ${line}`)
  }
  if (line !== rows) {
    throw new Error(
      `${file} has ${line} rows, but dataset.json says ${rows}: rows were lost or added. Export it again.`,
    )
  }
}

function readRow<Row>(text: string, schema: RowSchema<Row>, place: string): Row {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Error(`${place} is not JSON. The file is damaged: export it again.`, { cause })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : ''
  throw new Error(`${place} is not a row of this schema: ${where}${issue?.message}.`)
}
