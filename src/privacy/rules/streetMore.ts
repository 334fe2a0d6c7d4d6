import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { PRODUCT_WORDS } from './productWords.ts'

const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]{1,24}"
const NUMBER = '(?:(?:n[rºo°]|no|č(?:\\.p)?|broj|№|д|буд|ap)\\.?[ :]{0,2})?\\d{1,4}(?: ?[a-z]\\b|[/-]\\d{1,4}[a-z]?)?'

/** Kinds of street that stand behind the name. */
const BEHIND =
  'náměstí|námestie|ulice|ulica|třída|trieda|nábřeží|nábrežie|sídliště|út(?:ja)?|utca|u\\.|tér|tere|körút|krt\\.|sétány|sokağı|sokak|sok\\.|caddesi|cad\\.|cd\\.|bulvarı|blv\\.|mahallesi|mah\\.|iela|gatvė|g\\.|pr\\.|tänav|mnt|tee|puiestee'

const BEHIND_ANY = BEHIND.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)

/** Kinds of street that stand before the name. */
const BEFORE =
  'str(?:ada)?\\.?|b-?dul|bulevardul|calea|șoseaua|aleea|intrarea|ulica|trg|οδός|λεωφόρος|λεωφ\\.|πλατεία|jl\\.|jalan|jln\\.?|lorong|persiaran|đường|phố|ngõ|вул\\.|вулиця|бул\\.|бульвар|просп\\.|проспект|пл\\.|площа|пр-т'

const ENDS = '(?=$| ?[,;¶(|]|\\.(?: |$)| \\d{3} ?\\d{2}\\b| D[: ])'

const isNoProduct = (value: string): boolean => !value.split(/[ ,]/).some((word) => PRODUCT_WORDS.test(word))

/** "Václavské náměstí 1", "Andrássy út 22", "Atatürk Cad. No: 15". */
export const streetBehind: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: `(?:${BEHIND})[ .]`,
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:${WORD} ){1,3}(?:${BEHIND_ANY}) ?(?:\\d{1,4}\\. Sokak )?(?:No[.:]{0,2} ?)?${NUMBER}(?: D[:.]? ?\\d{1,3})?${ENDS}(?:,? \\d{3} ?\\d{2} ${WORD})?`,
    'gu',
  ),
  accept: isNoProduct,
}

/** "Str. Victoriei nr. 12", "Οδός Ερμού 15", "Jl. Sudirman No. 5", "вул. Хрещатик, 22". */
export const streetBefore: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: `(?:^|[^\\p{L}])(?:${BEFORE}) `.replace('\\p{L}', 'a-z'),
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:${BEFORE}) (?:\\p{L}[\\p{L}\\p{M}'’.-]{0,24} ){0,3}\\p{L}[\\p{L}\\p{M}'’.-]{1,24},? ?${NUMBER}${ENDS}`,
    'giu',
  ),
  accept: (value) => /^[^ ]+ \p{Lu}/u.test(value) && isNoProduct(value),
}

/** Scripts without capitals: Thai, Hebrew, Arabic. */
export const uncasedStreet: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: "ถนน|ซอย|แขวง|ตำบล|หมู่ที่|רחוב|רח['׳]|שדרות|שד['׳]|شارع|طريق|خیابان|کوچه",
  pattern:
    /(?:\d[\d/-]{0,8} )?(?:ถนน|ซอย|แขวง|ตำบล|หมู่ที่)[^¶[\]|]{2,80}?(?:\d{5}|$|(?=¶))|(?:רחוב|רח['׳]|שדרות|שד['׳]) ?[\u05d0-\u05ea'׳" -]{2,30} \d{1,4}(?:,? [\u05d0-\u05ea -]{2,24})?|(?:شارع|طريق|خیابان|کوچه) [\u0600-\u06ff -]{2,40} ?\d{1,4}(?:[,،] ?[\u0600-\u06ff ]{2,24}(?: \d{5})?)?/gu,
}

/** India and its neighbours: a house by its number, a town with six digits. */
export const houseNumber: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: '\\b(?:house|flat|plot|door|h\\.|d\\.)? ?no\\b|sector|nagar|colony|blo?c?k \\d|\\d{6}',
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:House|Flat|Plot|Door|H\\.|D\\.) ?No\\.? ?[\\w/-]{1,8}, [^¶[\\]|]{3,80}|Bl(?:oc)?k \\d{1,4}[A-Z]? [^¶[\\]|]{3,60} \\d{6}(?!\\d)|(?:${WORD} ){0,3}(?:Nagar|Colony|Vihar|Layout|Sector [\\w-]{1,4}|Enclave|Marg), ${WORD}(?: ${WORD})?(?:[ ,-]{1,3}[1-9]\\d{2} ?\\d{3})?(?![\\d\\p{L}])`,
    'gu',
  ),
}

/** Vietnam: number, name, and a ward, district or city after it. */
export const vietnameseStreet: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: 'quận|huyện|phường|tp\\.? ?hcm|hà nội',
  pattern: new RegExp(
    `(?<![\\p{L}\\d])\\d{1,4}(?:/\\d{1,4}){0,3} (?:${WORD} ?){1,4},? ?[^¶[\\]|]{0,40}?(?:[Pp]hường|[Qq]uận|[Hh]uyện|Q\\.|P\\.) ?[\\p{L}\\d][^¶[\\]|]{0,40}`,
    'gu',
  ),
}
