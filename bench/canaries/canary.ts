/** Where on a page a canary sits; what happens there is what recorders differ in. */
export type Place = 'head' | 'text' | 'attribute' | 'address' | 'field' | 'typed' | 'later'

/** A made-up piece of personal text, and the way it gets onto a page. */
export interface Canary {
  /** Unique, and says where it sits. */
  id: string
  place: Place
  /** What must not come out. */
  secret: string
  /** Finds the secret in any case and with any separators, also percent-encoded or as a part of an element's name. */
  needle: RegExp
  /** Markup that holds it; empty where it is typed, or put there by a script. */
  html: string
}

/** What may stand between the runs of letters and digits of a secret: separators, plain or encoded. */
const GAP = '(?:%[0-9a-f]{2}|\\\\u[0-9a-f]{4}|&#?\\w{2,6};|[^\\p{L}\\p{N}]){0,3}'

/** Finds `secret` however it is separated or encoded. */
export function makeNeedle(secret: string): RegExp {
  const runs = secret.match(/[\p{L}\p{N}]+/gu) ?? []
  return new RegExp(runs.join(GAP), 'iu')
}

/** One row of a list: id, secret, markup in which `@@` is the secret; `part` is what is looked for where that is less. */
export type Row = readonly [id: string, secret: string, html?: string, part?: string]

export const makeCanaries = (place: Place, rows: readonly Row[]): Canary[] =>
  rows.map(([id, secret, html = '', part = secret]) => ({
    id: `${place}: ${id}`,
    place,
    secret,
    needle: makeNeedle(part),
    html: html.replaceAll('@@', secret),
  }))
