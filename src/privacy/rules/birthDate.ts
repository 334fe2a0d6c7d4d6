import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL =
  'date of birth|birth ?(?:day|date)|d\\.?o\\.?b\\.?|born(?: on)?|geburts(?:datum|tag)|geb(?:oren)?\\.?(?: am)?|fecha de nacimiento|nacid[oa](?: el)?|date de naissance|né(?:e)? le|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|data urodzenia|urodzon[ya]|födelsedatum|født|doğum tarihi|дата рождения|出生(?:日期|年月日)?|生日|生年月日|생년월일|(?:datum )?naro[zd]en[íi][ae]?|születési (?:dátum|idő|ideje)|szül\\.|syntymäaika|syntynyt|fødselsdato|γέννησης|data nașterii|născut[ăa]?|народження|рождения|ngày sinh|tanggal lahir|tgl lahir|tarikh lahir|datum ro[đd]enja|gimimo data|dzimšanas datums|sünniaeg|วันเกิด|เกิดวันที่|תאריך לידה|تاريخ الميلاد|تاریخ تولد|जन्म ?तिथि|जन्मतिथि'
/** The word for a month begins like one somewhere in Europe, or a whole year stands beside it: "Born 2 Run 26" is none. */
const MONTH =
  '(?:jan|ene|gen|sty|led|oca|feb|fév|fev|lut|úno|şub|mar|mär|mrt|bře|apr|avr|abr|kwi|dub|nis|ma[yioj]|mai|kvě|jun|jui|giu|cze|čer|haz|jul|lug|lip|tem|aug|aoû|ago|sie|srp|ağu|sep|set|wrz|zář|eyl|o[ck]t|out|ott|paź|říj|eki|nov|lis|kas|de[czs]|déc|dic|pro|gru|ara|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}{0,9}\\.?'
const ANY_MONTH = '\\p{L}{3,12}\\.?'

/** A date after a word for birth, in digits or with the month's name. */
export const birthDate: TextRule = {
  id: 'birth_date',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?<![a-zà-ÿ])(?:${LABEL})[ ¶:：=]{0,4}(?:(?:is|ist|es|est|为|は|je|là|adalah)[ :：]{0,2})?(?<value>\\d{1,4} ?[-/.年] ?\\d{1,2} ?[-/.月] ?\\d{1,4}日?|\\d{8}|(?:昭和|平成|令和|大正)\\d{1,2}年 ?\\d{1,2}月 ?\\d{1,2}日|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |of )?(?:${MONTH},? (?:de )?\\d{2,4}|${ANY_MONTH},? (?:de )?\\d{4})|${ANY_MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?!\\d)`,
    'giu',
  ),
}
