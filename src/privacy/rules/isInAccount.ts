/** True where the characters before `start` are an IBAN's beginning, in groups: its other groups look like a telephone number. */
export const isInAccount = (text: string, start: number): boolean =>
  /(?<![a-z0-9])[a-z]{2}\d\d(?: ?[\da-z]{4}){0,6} ?$/i.test(text.slice(Math.max(0, start - 36), start))
