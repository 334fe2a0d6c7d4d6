/** The best of `offered` for a reader who prefers `preferred`, both BCP 47: same tag, same language, English, the first. */
export function pickLanguage(offered: readonly string[], preferred: readonly string[]): string {
  const base = (tag: string) => tag.toLowerCase().split('-')[0]
  for (const wish of preferred) {
    const same = offered.find((tag) => tag.toLowerCase() === wish.toLowerCase())
    const near = same ?? offered.find((tag) => base(tag) === base(wish))
    if (near) return near
  }
  return offered.find((tag) => base(tag) === 'en') ?? offered[0] ?? 'en'
}
