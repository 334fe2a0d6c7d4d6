import type { z } from 'zod'
import type { PublishedSchema } from '../../../schemas/toJsonSchema.ts'
import { explainIssue, type Mistake } from './explainIssue.ts'
import { JsonMistake, type Place, parseJson } from './parseJson.ts'

export interface FileReport<T> {
  /** Null where there are mistakes. */
  value: T | null
  /** Each one line: `line 12: shops[0].matches[1]: must be …`. */
  mistakes: string[]
  warnings: string[]
}

const pathText = (path: readonly (string | number)[]) =>
  path
    .map((key) =>
      typeof key === 'number' ? `[${key}]` : /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join('')
    .replace(/^\./, '')

/** Place of a path, or of the nearest thing around it. */
function placeOf(path: readonly (string | number)[], places: ReadonlyMap<string, Place>): Place | undefined {
  for (let length = path.length; length >= 0; length--) {
    const place = places.get(JSON.stringify(path.slice(0, length)))
    if (place) return place
  }
  return undefined
}

/**
 * Checks the text of a JSON file against a schema: every mistake in the order of the file, or its value.
 * `look` finds what the schema cannot: further mistakes, and what to think about twice.
 */
export function checkFile<T>(
  text: string,
  name: PublishedSchema,
  schema: z.ZodType<T>,
  look: (value: T) => { mistakes?: Mistake[]; warnings?: Mistake[] },
): FileReport<T> {
  let parsed: ReturnType<typeof parseJson>
  try {
    parsed = parseJson(text)
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error
    const { line, column } = error.place
    return { value: null, mistakes: [`line ${line}, column ${column}: ${error.message}`], warnings: [] }
  }
  const { value, places } = parsed
  const say = (found: readonly Mistake[]) =>
    found
      // Of one value the first mistake is enough: what follows from it would only confuse.
      .filter(({ path }, nth) => found.findIndex((other) => pathText(other.path) === pathText(path)) === nth)
      .map(({ path, message }) => ({ place: placeOf(path, places), path: pathText(path) || 'the file', message }))
      .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
      .map(({ place, path, message }) => `line ${place?.line ?? 1}: ${path}: ${message}`)
  const checked = schema.safeParse(value)
  if (!checked.success) {
    const mistakes = checked.error.issues.flatMap((issue) => explainIssue(issue, value, name))
    return { value: null, mistakes: say(mistakes), warnings: [] }
  }
  const { mistakes = [], warnings = [] } = look(checked.data)
  return { value: mistakes.length > 0 ? null : checked.data, mistakes: say(mistakes), warnings: say(warnings) }
}
