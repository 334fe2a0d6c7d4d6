/** Where in a text something stands, both from 1. */
export interface Place {
  line: number
  column: number
}

/** A text that is not JSON, and where it stops being it. */
export class JsonMistake extends Error {
  readonly place: Place

  constructor(message: string, place: Place) {
    super(message)
    this.name = 'JsonMistake'
    this.place = place
  }
}

export interface ParsedJson {
  value: unknown
  /** Place of each value, by its path as JSON text: `["shops",0,"name"]`. */
  places: Map<string, Place>
}

const SPACE = /[\t\n\r ]*/y
const STRING = /"[^"\\\n\r\t]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\n\r\t]*)*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /[A-Za-z_$][\w$]*/y
const WORDS: Record<string, unknown> = { true: true, false: false, null: null }
const DEEPEST = 200
const BAD_CHARACTER = 'this text has a \\ or a character that JSON does not know'

/**
 * Parses JSON as written by hand: a mistake is explained and placed, a key given twice is one, and every value's place
 * is kept. Throws a `JsonMistake`.
 */
export function parseJson(text: string): ParsedJson {
  const places = new Map<string, Place>()
  let at = 0

  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  const placeOf = (index: number): Place => {
    let [line, after] = [0, lineStarts.length]
    while (after - line > 1) {
      const middle = (line + after) >> 1
      if ((lineStarts[middle] ?? 0) <= index) line = middle
      else after = middle
    }
    return { line: line + 1, column: index - (lineStarts[line] ?? 0) + 1 }
  }
  const fail = (message: string, index = at): never => {
    throw new JsonMistake(message, placeOf(index))
  }
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const next = (): string => {
    match(SPACE)
    if (text.startsWith('//', at) || text.startsWith('/*', at)) fail('JSON has no comments: take this one out')
    return text[at] ?? ''
  }

  function readString(): string {
    const start = at
    const token = match(STRING)
    if (token !== undefined) {
      try {
        return JSON.parse(token)
      } catch {
        return fail(BAD_CHARACTER, start)
      }
    }
    if (text[at] !== '"') return fail('a text in double quotes is expected here')
    const line = text.slice(start).split('\n', 1)[0] ?? ''
    if (/[^\\]"/.test(line.slice(1))) return fail(BAD_CHARACTER, start)
    return fail('this text has no closing double quote on its line; write a line break as \\n', start)
  }

  function readMembers(path: (string | number)[], close: string, readMember: () => void): void {
    at += 1
    if (next() === close) {
      at += 1
      return
    }
    for (;;) {
      readMember()
      const mark = next()
      if (mark === close) {
        at += 1
        return
      }
      if (mark === '') fail(`the file ends before the closing ${close}${path.length ? ` of ${path.join('.')}` : ''}`)
      if (mark !== ',') fail(`a comma or ${close} is missing before this`)
      at += 1
      if (next() === close) fail(`the comma before this ${close} is one too many`)
    }
  }

  function readObject(path: (string | number)[]): Record<string, unknown> {
    const entries = new Map<string, unknown>()
    readMembers(path, '}', () => {
      if (next() === "'") fail('write "double quotes", not \'single ones\'')
      if (next() !== '"') fail('a key in double quotes is expected here')
      const start = at
      const key = readString()
      if (entries.has(key)) fail(`the key "${key}" is given twice`, start)
      if (next() !== ':') fail(`a colon is missing after "${key}"`)
      at += 1
      entries.set(key, readValue([...path, key]))
    })
    return Object.fromEntries(entries)
  }

  function readValue(path: (string | number)[]): unknown {
    const first = next()
    places.set(JSON.stringify(path), placeOf(at))
    if (path.length > DEEPEST) fail('this is nested too deep')
    if (first === '{') return readObject(path)
    if (first === '[') {
      const list: unknown[] = []
      readMembers(path, ']', () => list.push(readValue([...path, list.length])))
      return list
    }
    if (first === '"') return readString()
    const start = at
    const number = match(NUMBER)
    if (number !== undefined)
      return /[\w.]/.test(text[at] ?? '') ? fail('this is no number as JSON has them', start) : Number(number)
    const word = match(WORD)
    if (word !== undefined && word in WORDS) return WORDS[word]
    if (first === '') return fail('the file ends where a value is expected')
    if (first === "'") return fail('write "double quotes", not \'single ones\'')
    return fail('a value is expected here: a text in double quotes, a number, true, false, null, [ or {', start)
  }

  if (text.startsWith('\uFEFF')) at = 1
  const value = readValue([])
  if (next() !== '') fail('there is something after the end of the JSON')
  return { value, places }
}
