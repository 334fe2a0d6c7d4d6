const plain = (text: string): string =>
  text
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '')
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** Letters of a title that must be there: long ones may be cut. */
const TITLE_LETTERS = 40

/**
 * Counts which facts of products a context still tells: the beginning of a title, a price, a rating's figure.
 *
 * @returns how many were kept, of how many.
 */
export function keptFacts(
  context: string,
  facts: { title: string[]; price: string[]; rating: string[] },
): { kept: number; of: number } {
  const text = plain(context.replace(/<[^>]*>/g, ' ') + context)
  const wanted = [
    ...facts.title.map((title) => plain(title).slice(0, TITLE_LETTERS).trim()),
    ...facts.price.map(plain),
    ...facts.rating.map((rating) => plain(rating).match(/\d[.,]?\d?/)?.[0] ?? plain(rating)),
  ]
  return { kept: wanted.filter((fact) => text.includes(fact)).length, of: wanted.length }
}
