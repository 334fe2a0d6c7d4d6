import { hasLetter } from '../../text/letters.ts'
import { HAS_CUE, type TextRule } from '../textRule.ts'
import { nameLength, QUICK_NAME } from './nameLength.ts'

const GREETING =
  'hello|hi|hey|welcome|good (?:morning|afternoon|evening)|hola|bienvenid[oa]|buen[oa]s (?:d[ií]as|tardes|noches)|hallo|guten (?:tag|morgen|abend)|willkommen|bonjour|bonsoir|salut|bienvenue|ciao|buongiorno|bentornat[oa]|benvenut[oa]|ol[áa]|oi|bem-vind[oa]|hoi|welkom|cze[śs][ćc]|witaj|dzie[ńn] dobry|hej|hei|v[äe]lkommen|merhaba|привет|здравствуйте|مرحب[^ ,]{0,6}|أهل[^ ,]{0,6}'

/** "Hello, John", "Hi Anna!", "Welcome back, …"; not "Hello, sign in" and not "Hello Kitty backpack". */
export const greeting: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `(?:${GREETING})[ ,!:¶]`,
  pattern: new RegExp(
    `(?<=^|[.!?¡¿|•¶“"(] ?)(?:${GREETING})(?: (?:back|zurück|terug|tillbaka|de nuevo|de volta))?(?: ?[,!:¶]{1,2}[ ¶]{0,3}|(?<!welcome|willkommen|bienvenid[oa]|bienvenue|benvenut[oa]|welkom) | (?=[^ ]{1,40}!))(?<value>${QUICK_NAME})`,
    'gi',
  ),
  accept: (value, text, start) => {
    const length = nameLength(value, text, start)
    // Without a comma, more than two words are a product: "Bonjour Paris Wall Art".
    return text[start - 1] === ' ' && hasLetter(text[start - 2] ?? '') && / .* /.test(value.slice(0, length))
      ? 0
      : length
  },
}
