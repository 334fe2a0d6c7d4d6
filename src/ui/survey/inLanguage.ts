/** A text in `language`, or the first language it has. */
export const inLanguage = (text: Readonly<Record<string, string>>, language: string): string =>
  text[language] ?? Object.values(text)[0] ?? ''
