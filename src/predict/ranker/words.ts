/** Words of a text or a name in lower case, each once, in order, at most `limit`. */
export function words(text: string, limit = Number.POSITIVE_INFINITY): string[] {
  const found = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (found.size >= limit) break
    if (word.length > 1) found.add(word)
  }
  return [...found]
}
