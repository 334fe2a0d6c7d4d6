import { escapeHtml } from './escapeHtml.ts'
import type { Meaning } from './meaning.ts'
import type { ControlPart } from './model.ts'
import { shorten } from './shorten.ts'
import { LONGEST_NAME, slug } from './slug.ts'

/** Limit of a label up to which room is short. */
const TERSE = 80
const MOST_CHOICES = 10
/** The same where room is short. */
const FEW_CHOICES = 4

/**
 * True where the leaf name alone says the text: no more than case, spaces and plain punctuation is lost. Where room is
 * short (`terse`) the end of a long text may be lost too.
 */
function isSaidBy(leaf: string, text: string, terse: boolean): boolean {
  if (text === '') return true
  if (!terse && /\d[.,]\d|[$€£¥%]/.test(text)) return false
  const said = slug(text)
  if (said === '' || (leaf !== said && !leaf.startsWith(`${said}_`))) return false
  return terse || text.length <= LONGEST_NAME || slug(text, 200) === said
}

function writeChoices(control: ControlPart, most: number): string {
  const rows: string[] = []
  let left = 0
  for (const [index, { text, selected }] of control.choices.entries()) {
    if (index >= most && !selected) left++
    else rows.push(`<option${selected ? ' selected' : ''}>${escapeHtml(shorten(text, 40))}</option>`)
  }
  return rows.join('') + (left > 0 ? `… ${left} more` : '')
}

/** The markup of a control in a context; its label has at most `longest` UTF-16 units. `click` is its attribute, or empty. */
export function writeControl(
  longest: number,
  control: ControlPart,
  meaning: Meaning,
  leaf: string,
  click: string,
): string {
  const { tag } = control
  let open = `<${tag} name="${escapeHtml(leaf)}"${click}`
  const text = shorten(meaning.shown || meaning.said, longest)
  if (tag === 'a' || tag === 'button') {
    if (control.state) open += ` ${control.state}`
    const known = leaf === meaning.concept && !/\d/.test(text)
    return `${open}>${known || isSaidBy(leaf, text, longest <= TERSE) ? '' : escapeHtml(text)}</${tag}>`
  }
  const kind = control.role === 'radio' || control.role === 'checkbox' ? control.role : ''
  if (kind) open += ` type="${kind}"`
  if (!isSaidBy(leaf, text, longest <= TERSE)) open += ` label="${escapeHtml(shorten(text, 80))}"`
  if (!kind && tag !== 'select' && control.value && control.value !== text) {
    open += ` value="${escapeHtml(shorten(control.value, 200))}"`
  }
  if (control.state) open += ` ${control.state}`
  if (tag === 'select')
    return `${open}>${writeChoices(control, longest <= TERSE ? FEW_CHOICES : MOST_CHOICES)}</select>`
  return tag === 'textarea' ? `${open}></textarea>` : `${open}>`
}
