/** "john_smith" as a person would write it, so that rules which look at capitals see them. */
const toText = (leaf: string): string =>
  leaf.replaceAll('_', ' ').replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase())

/**
 * Scrubs an element's name: each dotted part on its own, so that it becomes the same inside a context and in an action.
 *
 * A part in which `scrub` finds nothing stays as it is; in the others a blank `[phone]` becomes the plain word `phone`.
 */
export function scrubName(name: string, scrub: (text: string) => string): string {
  return name
    .split('.')
    .map((leaf) => {
      const text = toText(leaf)
      const scrubbed = scrub(text)
      if (scrubbed === text) return leaf
      return scrubbed
        .toLowerCase()
        .replace(/[[\] ]+/g, '_')
        .replace(/^_|_$/g, '')
    })
    .join('.')
}
