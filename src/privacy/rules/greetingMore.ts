import { beginsBig } from '../../text/letters.ts'
import { HAS_CUE, type TextRule } from '../textRule.ts'
import { nameLength } from './nameLength.ts'

const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'’.-]{0,30}"
const NAMES = `${WORD}(?: ${WORD}){0,3}`

/** Latin, Greek and Cyrillic, where names have capitals: a comma stands between, or the name ends the text or a sentence. */
const CASED =
  "thank(?:s| you) for (?:your|the|shopping|joining)[a-z ]{0,30}|hey there|hi there|hello again|g['’]day|howdy|greetings|(?:nice|good|great|glad) to (?:see|have) you(?: again| back)?|namaste|namaskar|salam|γει[αά] σ(?:ου|ας)|καλώς (?:ήρθ|όρισ)[^ ,!]{1,6}|zdravo|bok|dobar dan|pozdrav(?:ljeni)?|ahoj|dobr[ýé] (?:den|deň|ráno|večer)|vítej(?:te)?|vitaj(?:te)?|szia|helló|üdv(?:özöljük|özlünk)?|jó napot|bun[ăa](?: ziua)?|bine ai venit|terve(?:tuloa)?|moi|hyvää päivää|tere|sveiki|labas|laba diena|goddag|god morgen|xin chào|chào(?: mừng)?|halo|hai|selamat (?:datang|pagi|siang|sore|malam)|kamusta|sannu|jambo|karibu|ho[sş] ?geldin(?:iz)?|selam|вітаємо|вітаю|привіт|добрий день|добро пожаловать|добрый (?:день|вечер)|з возвращением|с возвращением|здравей(?:те)?|здраво|приветствуем|добре дош[лъ][аои]?"

/** Scripts without capitals. */
const UNCASED = 'नमस्ते|नमस्कार|स्वागत है|שלום|ברוך הבא|ברוכה הבאה|היי|سلام|خوش آمدید|درود|สวัสดี(?:ครับ|ค่ะ)?|ยินดีต้อนรับ'

/** "Γεια σου, Νίκο!", "Vítejte, Jano", "Nice to see you, Martha!"; `greeting` knows the languages met most, and runs in pages too. */
export const greetingMore: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `(?:${CASED}|${UNCASED})[ ,،!:¶]|(?:สวัสดี|ยินดีต้อนรับ) ?คุณ`,
  pattern: new RegExp(
    `(?<=^|[.!?•¶“"(] ?)(?:(?:${CASED})(?: ?[,!:¶]{1,2}[ ¶]{0,3}| (?=[^ ]{1,30}!))(?:(?:pane?|paní|pan|pani|bay|bayan|kak|bapak|ibu|anh|chị) )?|(?:${UNCASED}) ?[,!،:¶][ ¶]{0,3}|(?:${UNCASED}) (?=[^ ]{1,30}!)|(?:สวัสดี|ยินดีต้อนรับ) ?คุณ ?)(?<value>${NAMES})`,
    'giu',
  ),
  accept: (value, text, start) => (beginsBig(value) ? nameLength(value, text, start) : 0),
}

/** Honorifics behind a name: "Hoş geldiniz Mehmet Bey". */
export const turkishTitle: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: ' (?:bey|hanım)\\b',
  pattern: /(?<=^|[,!.¶] ?|(?:Merhaba|Sayın|geldiniz|geldin),? )\p{Lu}\p{Ll}{1,24}(?= (?:Bey|Hanım)(?:$|[,!.¶ ]))/gu,
}
