import { beginsBig, LETTER, WORDY } from '../../text/letters.ts'
import { HAS_CUE, type TextRule } from '../textRule.ts'

const CUE =
  '(?:deliver(?:ing|y|s|ed)?|ship(?:s|ping|ped|ment)?|dispatch(?:es|ed)?|sen(?:d|ding|t)) to|liefer(?:n|ung|t)(?: wir)? (?:nach|an)|versand (?:nach|an)|zustellung (?:nach|an)|env[ií](?:ar|amos|os?) a|entrega(?:r|mos)? (?:a|en|em|para)|enviar para|livr(?:er|aison|é) (?:à|a|au|en|chez)|expédi(?:er|é|tion) (?:à|vers)|consegna(?:re)? a|sped(?:ire|izione) a|invia(?:re)? a|(?:dostawa|dostarcz|wyślij|wysyłka) do|bezorg(?:en|ing) (?:op|in|naar|bij)|verzend(?:en|ing) naar|lever(?:era|ans|es|ing) till?|teslimat adresi|доставка в|доставить в|التوصيل إلى|توصيل إلى'

/** Words after "deliver to" that name no place of the participant's. */
const NO_PLACE =
  /^(?:stores?|friends?|your?|my|me|an?|the|this|more|all|any|door|home|kindle|address(?:es)?|add|buy|cart|select|choose|change|update|sign|enter|learn|see|view|quantity|qty|free|orders?|other|it|and|or|in|us|domicilio|casa|deine?|ihrer?|tu|su|votre|domicile|cambia|modifier|ändern|wählen|cambiar|elige|location|standort|details|country)$/i

const JOINER = /^(?:-|–|—|&|de|del|la|las|los|da|do|dos|of|the|am|an|der|und|y|et|e|van|den|le|les|sur|upon|st\.?)$/i

export function placeLength(value: string): number {
  let length = 0
  let at = 0
  let isFirst = true
  for (const word of value.split(' ')) {
    const bare = word.replace(/[,.;:!?]+$/, '')
    if (NO_PLACE.test(bare) && (isFirst || !/^(?:a|the)$/i.test(bare))) break
    const isPlace = /^[\d(]/.test(word) || beginsBig(word)
    if (!isPlace && (isFirst || !JOINER.test(word))) break
    at += word.length
    if (isPlace) length = at - (word.length - word.replace(/[,.;:!?)]+$/, '').length)
    if (/[.;!?]$/.test(word) && word.length > 4) break
    at += 1
    isFirst = false
  }
  return /^\d{0,3}$/.test(value.slice(0, length)) ? 0 : length
}

/** Where a shop says it delivers: "Deliver to John – Springfield 12345", "Liefern nach Berlin 10115". */
export const destination: TextRule = {
  id: 'destination',
  needs: HAS_CUE,
  cue: CUE,
  pattern: new RegExp(`(?<!${LETTER})(?:${CUE}) ?[:¶]? ?(?<value>${WORDY}[^¶[\\]|•·]{0,79})`, 'gi'),
  accept: placeLength,
}
