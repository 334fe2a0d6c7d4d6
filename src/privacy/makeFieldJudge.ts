import { replaceSigns } from '../text/letters.ts'
import { PRIVATE_IN_SEARCH, PRODUCT_FIELD, SEARCH_WORDS, SENSITIVE_AUTOCOMPLETE } from './fieldWords.ts'

/** What a field shows of itself to a person and to a browser's autofill; the part that is judged. */
export interface Field {
  type: string
  autocomplete: string
  name: string
  id: string
  /** Label, aria-label, placeholder and title, joined by spaces. */
  label: string
  /** Text before it or about it; judged where name, id and label say nothing of goods, and there is no label. */
  nearby?: string
  inputmode: string
  contenteditable: boolean
}

/** Lower case without accents; camelCase and snake_case become words. */
const toWords = (text: string): string =>
  replaceSigns(
    text
      .slice(0, 400)
      .replace(/([a-zß-ÿ\d])(?=[A-ZÀ-Þ])/g, '$1 ')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[ßłø]/g, (letter) => ({ ß: 'ss', ł: 'l' })[letter] ?? 'o')
      .normalize('NFC'),
    ' ',
  ).trim()

/**
 * Makes the function that judges a field by type, `autocomplete`, and the words of name, id and label. Boxes that search
 * the shop, quantities, sizes and other fields about goods are not sensitive.
 *
 * @param isPersonal whether words (lower case, without accents) ask for the participant's own.
 */
export function makeFieldJudge(isPersonal: (words: string) => boolean): (field: Field) => boolean {
  return (field) => {
    const type = field.type.toLowerCase()
    if (/^(?:password|email|tel|file|hidden)$/.test(type)) return true
    if (/^(?:submit|button|reset|image|range|color)$/.test(type)) return false
    if (
      field.autocomplete
        .toLowerCase()
        .split(/\s+/)
        .some((token) => SENSITIVE_AUTOCOMPLETE.test(token))
    )
      return true
    // The label of a box to tick is what the shop offers: "Cell phones (12)".
    const label = /^(?:checkbox|radio)$/.test(type) ? '' : field.label
    const words = [field.name, field.id, label].map(toWords)
    const all = words.join(' | ')
    if (type === 'search' || SEARCH_WORDS.test(all)) return PRIVATE_IN_SEARCH.test(all)
    const rest = all.replace(PRODUCT_FIELD, ' ')
    return (
      field.contenteditable ||
      (rest === all && /^(?:email|tel)$/i.test(field.inputmode)) ||
      words.includes('name') ||
      isPersonal(rest) ||
      (field.label.trim() === '' && rest === all && isPersonal(toWords(field.nearby ?? '')))
    )
  }
}
