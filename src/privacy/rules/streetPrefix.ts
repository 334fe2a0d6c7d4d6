import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { endsStreet } from './endsStreet.ts'
import { PRODUCT_WORDS } from './productWords.ts'

const LETTERS = "\\p{L}[\\p{L}'’.-]{0,23}"

/** Spanish, Portuguese, Italian, Polish, Russian: kind of street, name, number. */
export const streetPrefix: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: '\\b(?:calle|av(?:da|enida|enue)?\\b|rue|boulevard|chaussée|paseo|plaza|pza|carrera|cra|camino|rua|travessa|via(?:le)?|piazza|corso|vicolo|largo|ul(?:ica)?|al|os)\\b|\\bc/|ул(?:\\.|ица)|просп',
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:Calle|C\\/|Avda?\\.?|Avenida|Av\\.|Paseo|Plaza|Pza\\.|Carrera|Cra\\.?|Camino|Rua|R\\.|[Rr]ue|Avenue|Boulevard|Chaussée|Travessa|Via|Viale|Piazza|Corso|Vicolo|Largo|[Uu]l\\.|[Aa]l\\.|[Oo]s\\.|[Uu]lica|[Уу]л\\.|[Уу]лица|[Пп]росп\\.|[Пп]роспект) ?(?:\\d{1,2} )?(?:${LETTERS} ){0,4}${LETTERS},? ?(?:(?:n[ºo°.]{1,2}|№|д\\.|дом|#|-) ?){0,2}\\d{1,5}(?: ?[a-zA-Z]|[-/][\\dA-Za-z]{1,4})?(?![\\p{L}\\d]|[.,]\\d)(?:, ?\\d{1,2}[ºª°] ?[A-Z]{0,4}\\b)?(?:,? \\d{2}-?\\d{3} \\p{Lu}[\\p{L}-]{1,24})?`,
    'gu',
  ),
  // "Via Veneto Leather Bag 12" is none.
  accept: (value, text, start) =>
    endsStreet(value, text, start) && !PRODUCT_WORDS.test(/(\p{L}+),? ?\d/u.exec(value)?.[1] ?? ''),
}
