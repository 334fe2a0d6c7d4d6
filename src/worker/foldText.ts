const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
  ς: 'σ',
}

/** Lower case, without accents, ligatures spelt out: what is compared where a person looks for something. */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøłđðþıёς]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
