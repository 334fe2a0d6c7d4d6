import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL =
  'date of birth|birth ?(?:day|date)|d\\.?o\\.?b\\.?|born(?: on)?|geburts(?:datum|tag)|geb(?:oren)?\\.?(?: am)?|fecha de nacimiento|nacid[oa](?: el)?|date de naissance|né(?:e)? le|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|data urodzenia|urodzon[ya]|födelsedatum|født|doğum tarihi|дата рождения|出生(?:日期|年月日)?|生日|生年月日|생년월일'
const MONTH = '\\p{L}{3,12}\\.?'

/** A date after a word for birth, in digits or with the month's name. */
export const birthDate: TextRule = {
  id: 'birth_date',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?<![a-zà-ÿ])(?:${LABEL})[ ¶:：=]{0,4}(?:(?:is|ist|es|est|为|は)[ :：]{0,2})?(?<value>\\d{1,4} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,4}日?|\\d{8}|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |of )?${MONTH},? (?:de )?\\d{2,4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?!\\d)`,
    'giu',
  ),
}
