import type { ClickType } from '../../schemas/index.ts'
import { hasLetter } from '../text/letters.ts'
import { hasPrice } from '../text/price.ts'
import { contentOf } from './contentOf.ts'
import { isOptionLabel, matchControl, plainWords } from './matchWords.ts'
import type { Meaning } from './meaning.ts'
import type { BlockPart, ControlPart, Part } from './model.ts'
import type { Identity, RegionRole } from './region.ts'

/** UTF-16 units of a label that stands for choices whatever its words. */
const LONGEST_LABEL = 30
/** What is passed on is not chosen. */
const SHARES = /facebook|twitter|whats ?app|telegram|pinterest|e-?mail|copy|share|\blink/i
const OPTION_ROLES = new Set(['radio', 'checkbox', 'option', 'tab', 'switch', 'menuitemradio', 'menuitemcheckbox'])

/** True where choices are told by several labels: `Colour: … Size: …`. */
function holdsSeveral(parts: Part[]): boolean {
  const heads = new Set<string>()
  const stack = [...parts].reverse()
  let last = ''
  for (let part = stack.pop(); part; part = stack.pop()) {
    if (part.kind === 'block') stack.push(...[...part.parts].reverse())
    else if (part.kind === 'control') {
      if (last) heads.add(last)
      if (heads.size > 1) return true
    } else if (!part.labels && !part.quiet && part.text.length < 30 && isOptionLabel(part.text)) {
      // One that nothing stands below is a picture's, and is no name of what follows.
      if (last) heads.add(last)
      if (part.heading > 0 || /[:：]/.test(part.text)) last = plainWords(part.text.split(/[:：]/, 1)[0] as string)
    }
  }
  return false
}

/** A label whose words nobody knows, that stands before everything else in a block. */
function isHeaded(block: BlockPart, label: string): boolean {
  let first: Part | undefined = block
  while (first?.kind === 'block') first = first.parts[0]
  return first?.kind === 'text' && first.text === label && !hasPrice(label)
}

/** A labelled set of like choices: `Colour: red, green, blue`. */
export function identifyOptions(
  block: BlockPart,
  within: ReadonlySet<RegionRole>,
  meaning: (control: ControlPart) => Meaning,
): Identity | null {
  if (block.controls < 2 || block.controls > 80) return null
  // Several sets of choices are not one.
  if (block.parts.filter((part) => part.kind === 'block' && part.tag === 'fieldset').length > 1) return null
  if (holdsSeveral(block.parts)) return null
  const { controls, texts } = contentOf(block.parts)
  const toggles = controls.filter((control) => OPTION_ROLES.has(control.role)).length
  const short = controls.every(
    (control) => control.tag !== 'select' && control.tag !== 'textarea' && meaning(control).said.length <= 60,
  )
  if (!short) return null
  const click: ClickType = within.has('refinements') ? 'filter' : within.has('reviews') ? 'review' : 'product_option'
  const first = texts.find((text) => !text.labels && !text.quiet && hasLetter(text.text))
  const label = block.label || (block.role === 'tablist' ? '' : (first?.text ?? ''))
  if (!label || label.length > 80) return null
  const head = (label.split(/[:：]/, 1)[0] as string).trim()
  if (toggles === controls.length && matchControl(head) === 'sort_by')
    return { role: 'options', words: head, click: 'filter' }
  const isLabel = block.label !== '' || first?.heading === 7 || /[:：]/.test(label.slice(0, 40))
  const uniform = toggles === controls.length || controls.every((control) => control.role === controls[0]?.role)
  if (!uniform || head.length > 40) return null
  const pressed = controls.every(({ role }) => role === 'button')
  if (isOptionLabel(label) && (isLabel || toggles > 1 || pressed || within.has('buy_box')))
    return { role: 'options', words: head, click }
  if (within.has('buy_box') && pressed && head.length <= LONGEST_LABEL && isHeaded(block, label))
    if (controls.every((control) => !meaning(control).concept && !SHARES.test(meaning(control).said)))
      return { role: 'options', words: head, click }
  if (isLabel && toggles === controls.length)
    return { role: 'options', words: head, click: within.has('refinements') ? 'filter' : 'other' }
  return null
}
