/**
 * Text as shops' search fields treat it: Unicode NFKC, ends trimmed, runs of white space made one space, case folded.
 */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
