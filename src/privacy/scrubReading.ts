import type { PageReading, ReadControl, ReadPart } from '../../schemas/index.ts'
import { describeAddress } from '../text/describeAddress.ts'
import { isSensitiveFieldFully } from './isSensitiveFieldFully.ts'
import { rememberScrubbed } from './rememberScrubbed.ts'

/** What becomes of the controls and strings of a reading, by what they are. */
interface Changes {
  /** A control, before its strings. */
  control(control: ReadControl): ReadControl
  /** A text that a person reads; called in the order of the page. */
  text(text: string): string
  /** What the page's author calls something in its code. */
  code(text: string): string
  /** What is told of a control's address. */
  address(href: string, control: ReadControl): Partial<ReadControl>
  /** Here ends what belongs together. */
  pause(): void
}

/** An address of which nothing may be told leads somewhere all the same: `?`. What it tells is noted before it is scrubbed. */
function scrubAddress(
  href: string,
  { to, says = '' }: ReadControl,
  url: (url: string) => string,
): Partial<ReadControl> {
  const scrubbed = { href: url(href) || '?' }
  if (to !== undefined) return scrubbed
  const { leads, ...facts } = describeAddress(href)
  return { ...scrubbed, ...facts, says: `${says} ${leads}`.trim() }
}

const TYPED_INTO = new Set(['textbox', 'combobox', 'spinbutton'])

/** True for a field of which the page did not know that it asks for something personal: it knows fewer languages. */
const isPersonal = ({ control, type = '', autocomplete = '', hints = '', label = '', role }: ReadControl): boolean =>
  (control === 'input' || control === 'textarea') &&
  TYPED_INTO.has(role) &&
  isSensitiveFieldFully({ type, autocomplete, name: hints, id: '', label, inputmode: '', contenteditable: false })

/** The field, without what stands in it where that is personal. */
function protectedField(control: ReadControl): ReadControl {
  if (control.sensitive || !isPersonal(control)) return control
  const { value, state, ...rest } = control
  return { ...rest, sensitive: true }
}

function changedControl(read: ReadControl, changes: Changes): ReadControl {
  const { text: onText, code, address, pause } = changes
  const control = changes.control(read)
  const { label, text, value, choices, fixed, hints, href, file, icon } = control
  // `Last name` before a field of that label does not tell that its label is one.
  if (label !== undefined && control.control !== 'a' && control.control !== 'button') pause()
  const changed = {
    ...control,
    ...(label !== undefined && { label: onText(label) }),
    ...(text !== undefined && { text: onText(text) }),
    ...(value !== undefined && { value: onText(value) }),
    ...(choices !== undefined && { choices: choices.map((choice) => onText(choice)) }),
    ...(fixed !== undefined && { fixed: code(fixed) }),
    ...(hints !== undefined && { hints: code(hints) }),
    ...(file !== undefined && { file: code(file) }),
    ...(icon !== undefined && { icon: code(icon) }),
    ...(href !== undefined && href !== '?' && address(href, control)),
  }
  // What a field or a button is called says nothing of what stands after it.
  pause()
  return changed
}

function changed(part: ReadPart, changes: Changes): ReadPart {
  if (typeof part === 'string') return changes.text(part)
  if ('control' in part) return changedControl(part, changes)
  if (!('parts' in part)) return { ...part, text: changes.text(part.text) }
  const { label, id } = part
  return {
    ...part,
    ...(label !== undefined && { label: changes.text(label) }),
    ...(id !== undefined && { id: changes.code(id) }),
    parts: changedList(part.parts, changes),
  }
}

const isHeading = (part: ReadPart | undefined): boolean =>
  typeof part === 'object' && 'text' in part && !('control' in part) && (part.heading ?? 7) < 7

const isButton = (part: ReadPart): boolean =>
  typeof part === 'object' && 'control' in part && (part.control === 'a' || part.control === 'button')

/** Parts in their order. What stands over a row of buttons is no label of the first: `Recipient` over `For her`. */
function changedList(parts: readonly ReadPart[], changes: Changes): ReadPart[] {
  return parts.map((part, index) => {
    if (isButton(part) && isHeading(parts[index - 1])) changes.pause()
    return changed(part, changes)
  })
}

const same = <T>(value: T): T => value

/**
 * Scrubs a reading with the full engine, before anything is made of it: names too come of what is left.
 *
 * The texts are looked at together, in page order, so that a label in one element tells what the next one holds. `scrubWords`
 * removes the participant's own words (`makeWordScrubber`).
 */
export function scrubReading(reading: PageReading, scrubWords: (text: string) => string = same): PageReading {
  const { code, url, runs: scrubRuns } = rememberScrubbed(reading.url, scrubWords)
  const runs: string[][] = [[]]
  const read = changedList(reading.parts, {
    control: protectedField,
    text(each) {
      runs.at(-1)?.push(each)
      return each
    },
    code: same,
    address: () => ({}),
    pause: () => void runs.push([]),
  })
  const scrubbed = scrubRuns(runs).flat()
  let next = 0
  const parts = changedList(read, {
    control: same,
    text: () => scrubbed[next++] ?? '',
    code,
    address: (href, control) => scrubAddress(href, control, url),
    pause: () => {},
  })
  return { ...reading, url: url(reading.url), title: code(reading.title), parts }
}
