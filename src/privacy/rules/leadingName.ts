import { HAS_CUE, type TextRule } from '../textRule.ts'
import { NAME, NO_NAME } from './nameLength.ts'

const GREETING = 'welcome|willkommen|bienvenid|bienvenue|benvenut|bem-vind|witaj|hello|hallo'

/** What a shop tells somebody about. */
const YOURS =
  '(?:your|dein|deine|ihr|ihre|tu|su|votre|ta|il tuo|la tua|seu|sua|je|uw|ваш) (?:order|package|parcel|delivery|account|bestellung|paket|lieferung|konto|pedido|paquete|cuenta|commande|colis|compte|ordine|pacco|encomenda|conta|bestelling|pakket|заказ)'

/** Words that begin such a sentence and are no name. */
const NO_LEADING =
  /^(?:sorry|oops|uh|oh|great|good|yes|yay|ok|okay|unfortunately|hooray|hurray|success|congrat\w*|wow|note|currently|finally|now|then|also|once|today|done|perfect|nice|hurry|almost|after|before|when|if|for|with|leider|super|toll|lo|désolé|merci|gracias|danke|thanks|purtroppo|infelizmente|helaas)$/i

/** "John, welcome back!", "John, your order is on its way". */
export const leadingName: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: `, (?:${GREETING}|${YOURS})`,
  pattern: new RegExp(`(?<=^|¶)${NAME}(?=, (?:${GREETING}|${YOURS}))`, 'giu'),
  accept: (value) => {
    const [first = ''] = value.split(' ')
    return /^\p{Lu}/u.test(value) && !NO_NAME.test(first) && !NO_LEADING.test(first)
  },
}
