const WORD = "\\p{L}[\\p{L}\\p{M}'’.-]{0,30}"

export const NAME = `${WORD}(?: ${WORD}){0,3}`

/** Words that follow a greeting without being a name, or stand beside one. */
export const NO_NAME =
  /^(?:sign|log|register|guest|account|orders?|returns?|your|you|my|to|we|in|is|it|this|that|the|a|and|or|there|again|everyone|all|friends?|customers?|shoppers?|world|kitty|hats?|chew|boost|packet|fresh|bello|dude|sunshine|neighbor|kids|baby|beautiful|please|new|here|how|what|why|thanks?|thank|welcome|back|select|enter|search|shop|save|get|find|sure|yes|no|not|select|identif[ií].*|identifiez.*|inicia.*|entra|mein|dein|ihr|anmelden|melde|bitte|konto|zu|bei|im|accedi|connectez.*|se|mon|votre|mi|tu|tus|cuenta|à|sur|chez|a|en|el|la|al|faça|entre|log[gi].*|mijn|inloggen|bij|op|zaloguj.*|войти|войдите)$/i

/** Closes a name: the end, punctuation, a boundary. */
const CLOSED = /^ ?(?:$|[!,.;:?…！，。、¶|()–\u005b-])/

export function nameLength(value: string, text: string, start: number, needsComma: boolean): number {
  const hasComma = /[,，、!:¶] ?$/.test(text.slice(Math.max(0, start - 2), start))
  const words = value.split(' ')
  let count = words.findIndex(
    (word, at) => NO_NAME.test(word.replace(/\.$/, '')) || !(/^\p{Lu}/u.test(word) || (at === 0 && hasComma)),
  )
  const isStopped = count > 0 && /^(?:account|orders?|returns?|your|my|sign|not|welcome)$/i.test(words[count] ?? '')
  if (count < 0) count = words.length
  if (count === 0) return 0
  const length = words
    .slice(0, count)
    .join(' ')
    .replace(/[.'’-]+$/, '').length
  const isClosed = isStopped || CLOSED.test(text.slice(start + length, start + length + 2))
  if (!isClosed || (!hasComma && needsComma && !/^\p{Lu}/u.test(value))) return 0
  return length
}
