import { beginsBig, LETTER, WORDY } from '../../text/letters.ts'

const WORD = "\\p{L}[\\p{L}\\p{M}'’.-]{0,30}"

/** Source of one to four words. */
export const NAME = `${WORD}(?: ${WORD}){0,3}`

const QUICK_WORD = `${LETTER}(?:${LETTER}|[\\udc00-\\udfff'’.-]){0,30}`

/** The same, for patterns without the flag `u`. */
export const QUICK_NAME = `${QUICK_WORD}(?: ${QUICK_WORD}){0,3}`

/** Words that follow a greeting without being a name, or stand behind one. */
export const NO_NAME =
  /^(?:sign|log.*|register|guest|account|orders?|returns?|your?|my|to|we|in|is|it|this|that|the|a|and|or|there|again|everyone|all|friends?|customers?|world|kitty|fi|hats?|chew|fresh|bello|dude|sunshine|baby|please|new|here|add|edit|change|choose|use|how|what|thanks?|welcome|back|select|enter|search|shop|save|get|find|not?|identif.*|inicia.*|entra|mein|dein|ihr|anmelden|melde|bitte|kont[oa]|zu|bei|im|accedi|connectez.*|mon|votre|mi|tus?|cuenta|compte|contas?|hesap|à|sur|chez|en|el|la|al|faça|entre|mijn|inloggen|bij|op|zaloguj.*|войти|войдите)\.?$/i

const ENDS_NAME = new RegExp(
  `^ ?(?:$|(?!${WORDY}| )[^]|account|compte|cuenta|kont[oa]|contas?|hesap|orders|returns|your|my |sign|not )`,
  'i',
)

/**
 * Length of the name that `value` begins with: words that are no part of a page's own speech, written with a capital
 * unless a comma stands before. 0 where none is, or where the sentence goes on after it.
 */
export function nameLength(value: string, text: string, start: number): number {
  const hasComma = /[,、!:¶] ?$/.test(text.slice(Math.max(0, start - 2), start))
  const words = value.split(' ')
  const end = words.findIndex((word, at) => NO_NAME.test(word) || !(beginsBig(word) || (at === 0 && hasComma)))
  const name = words
    .slice(0, end < 0 ? words.length : end)
    .join(' ')
    .replace(/[.'’-]+$/, '')
  const rest = text.slice(start + name.length, start + name.length + 9)
  return ENDS_NAME.test(rest) ? name.length : 0
}
