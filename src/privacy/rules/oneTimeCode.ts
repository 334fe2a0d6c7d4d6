import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const LABEL =
  '(?:verification|security|confirmation|one[ -]time|authenti(?:cation|cator)|login|log-in|sign-in|access|2fa|sms|pass)[ -]?(?:pass)?codes?|one[ -]time (?:password|pin)|\\b(?:your|ihr|dein|votre|su|tu) code|\\botp\\b|\\bpin\\b(?: ?(?:code|number|nummer))?|(?:bestätigungs|sicherheits|verifizierungs|zugangs|einmal)(?:code|passwort)|c[oó]digo de (?:verificaci[oó]n|verifica[cç][aã]o|seguridad|seguran[cç]a|acceso)|code de (?:v[ée]rification|s[ée]curit[ée]|confirmation)|codice di (?:verifica|sicurezza)|verificatiecode|kod weryfikacyjny|код подтверждения|验证码|校验码|認証(?:コード|番号)|確認コード|인증번호'

/** A code of four to eight digits after a word for one-time code. */
export const oneTimeCode: TextRule = {
  id: 'one_time_code',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?:${LABEL})(?:[ ¶]?(?:for \\w{1,20}|is|ist|lautet|es|est|é|è|为|是|は|:|：|=|-|–)){0,3}[ ¶"']{0,3}(?<value>(?:[A-Z]-)?\\d(?:[ -]?\\d){3,7})(?!\\d)`,
    'gi',
  ),
  // "10 Pin 1000 ft"
  accept: (value, text, start) => {
    const end = start + value.length
    return !/^ ?(?:ft|feet|m|[cm]m|v|w|pcs?|packs?|ml|x|mah)\b/i.test(text.slice(end, end + 8))
  },
}

/** The same the other way round: "123456 is your Shop verification code". */
export const leadingCode: TextRule = {
  id: 'one_time_code',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?<!\\d)(?:[A-Z]-)?\\d(?:[ -]?\\d){3,7}(?= (?:is|ist|es|est|é|è) (?:your|ihr|dein|tu|su|votre|il tuo|seu)(?: [\\w.]{1,20}){0,2} (?:${LABEL}|code))`,
    'gi',
  ),
}
