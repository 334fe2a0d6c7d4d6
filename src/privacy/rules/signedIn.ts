import { HAS_CUE, type TextRule } from '../textRule.ts'
import { NAME, nameLength } from './nameLength.ts'

const SIGNED_IN =
  '(?:signed|logged) in(?: as|(?=:))|account of|account belongs to|not|angemeldet als|eingeloggt als|sesi[oó]n iniciada como|conectad[oa] como|connecté en tant que|accesso effettuato come|ingelogd als|zalogowany jako|inloggad som'

/** "Signed in as John Smith", "Not John?". */
export const signedIn: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `\\b(?:${SIGNED_IN})\\b`,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${SIGNED_IN})[ ¶:]{1,3}(?<value>${NAME})`, 'giu'),
  accept: (value, text, start) => {
    const length = nameLength(value, text, start)
    const isNot = /not[ ¶:]{1,3}$/i.test(text.slice(Math.max(0, start - 6), start))
    return /^\p{Lu}/u.test(value) && (!isNot || text[start + length] === '?') && length
  },
}
