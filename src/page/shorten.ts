/** Cuts at a word and marks the cut. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const edge = text.lastIndexOf(' ', longest)
  return `${text.slice(0, edge > longest * 0.6 ? edge : longest).replace(/[\ud800-\udbff]$/, '')}…`
}
