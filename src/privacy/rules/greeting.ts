import { HAS_CUE, type TextRule } from '../textRule.ts'
import { NAME, nameLength } from './nameLength.ts'

const GREETING =
  'hello|hi|hey|welcome(?: back)?|good (?:morning|afternoon|evening)|hola|bienvenid[oa](?: de nuevo)?|buen(?:os|as) (?:d[ií]as|tardes|noches)|hallo|guten (?:tag|morgen|abend)|willkommen(?: zurück)?|bonjour|bonsoir|salut|bienvenue|ciao|buongiorno|buonasera|bentornat[oa]|benvenut[oa]|ol[áa]|oi|bem-vind[oa](?: de volta)?|hoi|welkom(?: terug)?|cze[śs][ćc]|witaj|dzie[ńn] dobry|hej|hei|välkommen(?: tillbaka)?|velkommen(?: tilbake)?|merhaba|привет|здравствуйте|добро пожаловать'

/** "Hello, John", "Hi Anna!", "Welcome back, …"; not "Hello, sign in" and not "Hello Kitty backpack". */
export const greeting: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `\\b(?:hello|hi|hey|welcome|good|hola|bienvenid|buen|hallo|guten|willk|bonjour|bonsoir|salut|bienv|ciao|buon|bent|benv|oi|bem|hoi|welk|witaj|hej|hei|velk|merh)|ol[áa]|cze[śs]|dzie|välk|привет|здрав|добро`,
  pattern: new RegExp(`(?<=^|[.!?|•¶] ?)(?:${GREETING})(?: ?[,!:¶]{1,2}[ ¶]{0,3}| )(?<value>${NAME})`, 'giu'),
  accept: (value, text, start) =>
    !/welcome $/i.test(text.slice(Math.max(0, start - 8), start)) && nameLength(value, text, start, true),
}
