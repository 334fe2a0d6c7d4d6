const words = (text: string): string[] => text.match(/[A-Za-z]+(?:['’][A-Za-z]+)?/g) ?? []

/** Syllables of an English word, by its groups of vowels. */
export function syllables(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouycghsxz]es|[^taeiouyd]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '')
  return Math.max(1, bare.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}

/**
 * Flesch-Kincaid grade level: school years in the United States that reading takes.
 * 0.39 · words per sentence + 11.8 · syllables per word - 15.59 (Kincaid et al. 1975).
 */
export function gradeLevel(sentences: readonly string[]): number {
  const all = sentences.flatMap(words)
  const count = sentences.filter((sentence) => words(sentence).length > 0).length
  const total = all.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (all.length / count) + 11.8 * (total / all.length) - 15.59
}

/** A text's sentences. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.:!?…])\s+/)
