import { isSensitiveFieldFully } from './isSensitiveFieldFully.ts'
import { scrubTogether, type TextScrubbers } from './scrubTogether.ts'

/** What the pieces of a context are scrubbed with. */
export interface ContextScrubbers extends TextScrubbers {
  scrubName(name: string): string
  scrubUrl(url: string): string
}

const TAG = /<\/?[a-z][a-z0-9]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/g
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g
const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster'])
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
const CODES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|#39);/g, (_, entity: string) => ENTITIES[entity] ?? '')
const encode = (text: string): string => text.replace(/[<>&"]/g, (character) => CODES[character] ?? '')

/** A stretch of the context, decoded; `[from, to)` in the context. */
interface Piece {
  from: number
  to: number
  text: string
}

/** The value of a field that the page should not have written down. */
function isSensitiveValue(tag: string, attributes: Map<string, string>): boolean {
  const get = (name: string): string => attributes.get(name) ?? ''
  return (
    /^<(?:input|textarea)\b/.test(tag) &&
    isSensitiveFieldFully({
      type: get('type'),
      autocomplete: get('autocomplete'),
      name: get('name'),
      id: get('id'),
      label: `${get('label')} ${get('placeholder')}`,
      inputmode: get('inputmode'),
      contenteditable: false,
    })
  )
}

/**
 * Scrubs a context (`schemas/parseContext.ts`) without touching its markup: text, attributes, addresses and names.
 *
 * The texts are looked at together, in page order, so that a label in one element ("Deliver to", "Order number") tells
 * what the next one holds. Idempotent; linear in the context's length.
 */
export function scrubContext(context: string, scrubbers: ContextScrubbers): string {
  const texts: Piece[] = []
  const replaced: Piece[] = []
  const addText = (from: number, to: number): void => {
    if (to > from) texts.push({ from, to, text: decode(context.slice(from, to)) })
  }
  let end = 0
  for (const tag of context.matchAll(TAG)) {
    addText(end, tag.index)
    end = tag.index + tag[0].length
    const attributes = [...tag[0].matchAll(ATTRIBUTE)]
    const isSensitive =
      attributes.some((attribute) => attribute[1] === 'value') &&
      isSensitiveValue(tag[0], new Map(attributes.map(([, name = '', value = '']) => [name, decode(value)])))
    for (const attribute of attributes) {
      const [whole, name = '', raw = ''] = attribute
      const to = tag.index + attribute.index + whole.length - 1
      const from = to - raw.length
      const value = decode(raw)
      if (name === 'value' && isSensitive && value !== '') replaced.push({ from, to, text: '[field]' })
      else if (name === 'name') replaced.push({ from, to, text: scrubbers.scrubName(value) })
      else if (ADDRESS_ATTRIBUTES.has(name)) replaced.push({ from, to, text: scrubbers.scrubUrl(value) })
      else addText(from, to)
    }
  }
  addText(end, context.length)
  scrubTogether(texts, scrubbers)
  return rewrite(context, [...texts, ...replaced])
}

function rewrite(context: string, pieces: Piece[]): string {
  let result = ''
  let end = 0
  for (const piece of pieces.sort((a, b) => a.from - b.from)) {
    const raw = context.slice(piece.from, piece.to)
    result += context.slice(end, piece.from) + (decode(raw) === piece.text ? raw : encode(piece.text))
    end = piece.to
  }
  return result + context.slice(end)
}
