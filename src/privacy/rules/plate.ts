import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL =
  'licen[cs]e plate|number ?plate|registration(?: plate| number)?|kfz-?kennzeichen|kennzeichen|matr[íi]cula|immatriculation|targa|kenteken|\\bvin\\b|vehicle identification number|fahrgestellnummer|fahrzeug-?ident(?:nummer|-?nr\\.?)'

/** A car by its plate or its chassis, after a label and a colon or a word for number. */
export const plate: TextRule = {
  id: 'national_id',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?:${LABEL})(?: ?(?:[:：=#]|is|ist|no\\.?|nr\\.?)[ :]{0,2}|(?<=vin|number|nummer) )(?<value>(?=[a-zäöü -]{0,6}\\d)[a-z0-9äöü]{1,8}(?:[ -][a-z0-9äöü]{1,6}){0,2}(?![\\p{L}\\d])|[A-HJ-NPR-Z0-9]{17}(?![\\p{L}\\d]))`,
    'giu',
  ),
  accept: (value) => /\d/.test(value) && /^[^ ]+(?: (?=[^a-z]*$)[^ ]+)*$/.test(value),
}
