import { i18n } from '#i18n'
import type { Action, PredictedAction } from '../../schemas/index.ts'

/** An action in words for a person who watches. */
export interface DescribedAction {
  /** "Click", "Type and submit", … */
  verb: string
  /** What was acted on, or what was typed; empty for `terminate`. */
  what: string
  /** Where on the page that is, from the outside in. */
  where: string
  /** The name as the data has it. */
  name: string
}

const words = (part: string): string => part.replaceAll('_', ' ').trim()
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A card's link to its product: the product says more than the link. */
const VIEW_PRODUCT = 'view product'

function readName(name: string): { leaf: string; where: string } {
  const parts = name.split('.').map(words)
  const last = parts.at(-1) ?? ''
  const [leaf, around] =
    last === VIEW_PRODUCT && parts.length > 1
      ? [parts.at(-2) ?? '', [...parts.slice(0, -2), last]]
      : [last, parts.slice(0, -1)]
  return { leaf: capital(leaf), where: around.join(' › ') }
}

/** Puts an action into words: `buy_box.add_to_cart` becomes "Click", "Add to cart", "buy box". */
export function describeAction(action: Action | PredictedAction): DescribedAction {
  switch (action.type) {
    case 'click': {
      const { leaf, where } = readName(action.name)
      return { verb: i18n.t('action.click'), what: leaf, where, name: action.name }
    }
    case 'type_and_submit':
    case 'input': {
      const { leaf, where } = readName(action.name)
      const verb = action.type === 'input' ? i18n.t('action.input') : i18n.t('action.type_and_submit')
      const inside = where ? `${where} › ${leaf.toLowerCase()}` : leaf
      return {
        verb,
        what: action.text ? i18n.t('common.quoted', [action.text]) : leaf,
        where: inside,
        name: action.name,
      }
    }
    case 'terminate':
      return { verb: i18n.t('action.terminate'), what: '', where: '', name: '' }
    case 'scroll':
      return { verb: i18n.t('action.scroll'), what: '', where: '', name: '' }
    case 'navigate':
      return { verb: i18n.t('action.navigate'), what: action.to, where: '', name: '' }
    case 'tab':
      return { verb: i18n.t('action.tab'), what: '', where: '', name: '' }
  }
}
