import type { z } from 'zod'
import { type PublishedSchema, toJsonSchema } from '../../../schemas/toJsonSchema.ts'
import type { JsonSchema } from '../../dataset/listColumns.ts'
import { nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue

/** One mistake in a researcher's file. */
export interface Mistake {
  /** Keys from the top down. */
  path: (string | number)[]
  message: string
}

const KINDS: Record<string, string> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object: { … }',
  record: 'an object: { … }',
  array: 'a list: [ … ]',
}

const quote = (value: unknown) => JSON.stringify(value)

/** The keys that a schema knows at a path. */
function knownKeys(name: PublishedSchema, path: readonly (string | number)[]): string[] {
  let schema: JsonSchema | undefined = toJsonSchema(name) as JsonSchema
  for (const key of path) schema = typeof key === 'number' ? schema?.items : schema?.properties?.[key]
  return Object.keys(schema?.properties ?? {}).filter((key) => key !== '$schema')
}

function explainSize(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') {
    return small
      ? limit <= 1
        ? 'must not be empty'
        : `must have ${limit} characters at least`
      : `must have ${limit} characters at most`
  }
  if (issue.origin === 'array')
    return small ? `must have ${limit} entries at least` : `must have ${limit} entries at most`
  if (small) return issue.inclusive ? `must be ${limit} or more` : `must be more than ${limit}`
  return issue.inclusive ? `must be ${limit} or less` : `must be less than ${limit}`
}

function wordsOf(issue: Issue, value: unknown): string {
  const missing = value === undefined
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected
      return missing ? `is missing; must be ${kind}` : `must be ${kind}, not ${quote(value)}`
    }
    case 'invalid_value': {
      const values = issue.values.map(quote)
      const wanted = values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(', ')}`
      const meant =
        typeof value === 'string'
          ? nearest(
              value,
              issue.values.filter((one) => typeof one === 'string'),
            )
          : null
      if (missing) return `is missing; ${wanted}`
      return meant ? `${wanted}, not ${quote(value)}; did you mean ${quote(meant)}?` : `${wanted}, not ${quote(value)}`
    }
    case 'too_small':
    case 'too_big':
      return explainSize(issue)
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message
    case 'invalid_format': {
      const wanted = { email: 'must be an e-mail address', url: 'must be an address that begins with https://' }[
        issue.format as string
      ]
      return `${wanted ?? issue.message}, not ${quote(value)}`
    }
    default:
      return issue.message
  }
}

/** What one zod issue means in the researcher's file: a mistake each, one for every unknown key. */
export function explainIssue(issue: Issue, file: unknown, name: PublishedSchema = 'study'): Mistake[] {
  const path = issue.path as (string | number)[]
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(name, path)
    return issue.keys.map((key) => {
      const meant = nearest(key, known)
      const help = meant ? `did you mean "${meant}"?` : `known here: ${known.join(', ')}`
      return { path: [...path, key], message: `is not a known key; ${help}` }
    })
  }
  const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], file)
  return [{ path, message: wordsOf(issue, value) }]
}
