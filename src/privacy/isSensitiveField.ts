import { replaceSigns } from '../text/letters.ts'
import {
  PRIVATE_IN_SEARCH,
  PRODUCT_FIELD,
  SEARCH_WORDS,
  SENSITIVE_AUTOCOMPLETE,
  SENSITIVE_SCRIPTS,
  SENSITIVE_WORDS,
} from './fieldWords.ts'

/** What a field shows of itself to a person and to a browser's autofill; the part that is judged. */
interface Field {
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

const isPersonal = (words: string): boolean => SENSITIVE_WORDS.test(words) || SENSITIVE_SCRIPTS.test(words)

/**
 * True where a field's value must never be read: secrets, payment, the person, places, contact, messages.
 *
 * Judged by type, `autocomplete`, and the words of name, id and label in many languages. Boxes that search the shop,
 * quantities, sizes and other fields about goods are not sensitive.
 */
export function isSensitiveField(field: Field): boolean {
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
