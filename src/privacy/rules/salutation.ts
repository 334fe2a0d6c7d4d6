import { HAS_CUE, type TextRule } from '../textRule.ts'
import { NAME, nameLength } from './nameLength.ts'

const DEAR =
  'dear|sehr geehrte[rs]?|lieber?|estimad[oa]|querid[oa]|cher|chère|gentile|car[oa]|prezad[oa]|geachte|beste|szanown[ya]|уважаем(?:ый|ая)|дорог(?:ой|ая)'

const THANKS =
  'thanks|thank you(?: so much| very much)?|danke|vielen dank|(?:muchas )?gracias|merci|grazie|obrigad[oa]|bedankt|dziękujemy|спасибо|नमस्ते|नमस्कार'

const TITLE =
  '(?:(?:mrs?|ms|miss|mx|dr|prof|herrn?|frau|sr|sra|srta|señora?|m|mme|mlle|monsieur|madame|signora?|dhr|mevrouw|pan|pani)\\.? )?'

const isName = (value: string, text: string, start: number): number =>
  /^[\p{Lu}\p{Lo}]/u.test(value) ? nameLength(value, text, start) : 0

/** "Dear Mr. Smith,", "Sehr geehrte Frau Müller,": a letter's beginning, which a comma ends; "Dear Santa Letter Kit" is none. */
export const salutation: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `(?:^|[.!?¶] ?)(?:${DEAR}) `,
  pattern: new RegExp(`(?<=^|[.!?¡|•¶] ?)(?:${DEAR}) ${TITLE}(?<value>${NAME})(?= ?[,:!])`, 'giu'),
  accept: isName,
}

/** "Thank you, Anna!" */
export const thanks: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `(?:${THANKS}), `,
  pattern: new RegExp(`(?<=^|[.!?¡|•¶] ?)(?:${THANKS}), ${TITLE}(?<value>${NAME})(?= ?[.,:!¶]|$)`, 'giu'),
  accept: isName,
}
