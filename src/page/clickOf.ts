import type { ClickType } from '../../schemas/index.ts'
import type { Forms } from './forms.ts'
import { isOptionLabel } from './matchWords.ts'
import type { Meaning } from './meaning.ts'
import type { ControlPart } from './model.ts'
import type { Setting } from './region.ts'

/** The click type of a control with that leaf name, where it has one of its own; null where its region's holds. */
export function clickOf(
  control: ControlPart,
  meaning: Meaning,
  leaf: string,
  { region, within }: Setting,
  forms: Forms,
): ClickType | null {
  switch (leaf) {
    case 'add_to_cart':
    case 'buy_now':
    case 'checkout':
    case 'place_order':
      return 'purchase'
    case 'search_input':
    case 'search_button':
      return 'search'
    case 'quantity':
    case 'increase_quantity':
    case 'decrease_quantity':
      return 'quantity'
    case 'view_reviews':
    case 'rating':
    case 'write_review':
      return 'review'
    case 'sort_by':
    case 'clear_filters':
      return within.has('reviews') ? 'review' : 'filter'
    case 'view_product':
      return 'product_link'
    case 'next':
    case 'previous':
    case 'next_page':
    case 'previous_page':
      return within.has('nav_bar') ? null : 'page_related'
    case 'remove':
    case 'save_for_later':
      return within.has('mini_cart') ? 'cart_side_bar' : 'cart_page_select'
  }
  if (region.click || within.has('nav_bar') || within.has('footer')) return null
  if (control.images > 0 && control.says.includes('product')) return 'product_link'
  if (control.role === 'radio' && within.has('buy_box')) return 'product_option'
  // A link that ticks a box narrows a list down.
  if (control.href && (control.role === 'radio' || control.role === 'checkbox')) return 'filter'
  if (control.tag === 'select' && isOptionLabel(meaning.said || control.hints)) return 'product_option'
  if (control.tag === 'select' && within.has('buy_box') && !forms.asksAddress(control.form)) return 'product_option'
  return null
}
