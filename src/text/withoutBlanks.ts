/** A text without the blanks of what was scrubbed out of it: `[name]`. */
export const withoutBlanks = (text: string): string => (text.includes('[') ? text.replace(/\[\w+\]/g, ' ') : text)
