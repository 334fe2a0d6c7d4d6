/** Stands where a name is told by the words of the text after it, before how many of them. */
const MARK = '~'
/** Stands before a context that is as it is. */
const AS_IT_IS = '\u0001'
/** Tags that may stand before the text, units of one, and of the text that is read: however ill-formed, it takes no longer. */
const MOST_TAGS = 6
const MOST_TAG = 1000
const MOST_TEXT = 200

const NAMED = / name="([^"]*)"/g
const MARKED = / name="~(\d+)"/g

/** The place after the end of the tag that the place is in; 0 where that is far, or nowhere. */
function afterTag(context: string, place: number): number {
  const length = context.slice(place, place + MOST_TAG).indexOf('>')
  return length < 0 ? 0 : place + length + 1
}

/** The words of the first text after the tag that the place is in, as names write them. */
function wordsAfter(context: string, place: number): string[] {
  let at = afterTag(context, place)
  for (let tags = 0; at > 0 && tags < MOST_TAGS; tags++) {
    const [before = '', ...tag] = context.slice(at, at + MOST_TEXT).split('<', 2)
    const text = before.trim()
    if (text !== '' || tag.length === 0) return wordsOf(text.split('\n', 1)[0] as string)
    at = afterTag(context, at + before.length)
  }
  return []
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('&amp;', ' ')
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const shorten = (context: string): string =>
  context.replace(NAMED, (whole, name: string, place: number) => {
    const words = wordsAfter(context, place + whole.length)
    const count = name.split('_').length
    return name.length > 3 && words.slice(0, count).join('_') === name ? ` name="${MARK}${count}"` : whole
  })

const lengthen = (context: string): string =>
  context.replace(
    MARKED,
    (whole, count: string, place: number) =>
      ` name="${wordsAfter(context, place + whole.length)
        .slice(0, Number(count))
        .join('_')}"`,
  )

/** A context without those of its names that are the first words of the text after them. */
export function withoutNames(context: string): string {
  const short = shorten(context)
  return context.startsWith(AS_IT_IS) || lengthen(short) !== context ? AS_IT_IS + context : short
}

/** What `withoutNames` was made of. */
export const withNames = (short: string): string =>
  short.startsWith(AS_IT_IS) ? short.slice(AS_IT_IS.length) : lengthen(short)
