/** What a language calls itself, as on a switch: "English", "Español", "中文（中国）". `tag` is BCP 47. */
export function languageName(tag: string): string {
  const [first = '', ...rest] = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag
  return first.toLocaleUpperCase(tag) + rest.join('')
}
