import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const WORD = "[\\p{L}\\d'’.-]{1,24}"

/** French: number, kind of street, name. */
export const frenchStreet: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: '\\d,? (?:(?:bis|ter) )?(?:rue|av|avenue|bd|boulevard|allée|impasse|chemin|quai|route|place|cours)\\b',
  pattern: new RegExp(
    `(?<![\\d.,])\\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:[Rr]ue|RUE|[Aa]venue|[Aa]v\\.?|[Bb]d\\.?|[Bb]oulevard|[Aa]llée|[Ii]mpasse|[Cc]hemin|[Qq]uai|[Rr]oute|place|cours)(?: (?:de|du|des|la|le|les|DE|DU|DES|LA))* (?:[ld]['’])?\\p{Lu}${WORD}(?:[ -]\\p{Lu}${WORD}){0,3}(?:,? \\d{5} \\p{Lu}[\\p{L}-]{1,24})?`.replace(
      '* (',
      '{0,3} (',
    ),
    'gu',
  ),
}
