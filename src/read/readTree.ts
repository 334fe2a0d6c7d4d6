import { collapse } from '../text/collapse.ts'
import { hasLetter, isWordy, lettersOf } from '../text/letters.ts'
import { hasPrice } from '../text/price.ts'
import {
  attributeOf,
  dataOf,
  firstChildOf,
  heightOf,
  isVisible,
  nextSiblingOf,
  nodeTypeOf,
  outerOf,
  selectUnder,
  shadowRootOf,
  tagOf,
} from './dom.ts'
import { ariaLabelOf, forgetLabels } from './labelOf.ts'
import { type BlockPart, type ControlPart, type Part, quietText, type TextPart } from './model.ts'
import type { PagePrivacy } from './port.ts'
import { controlTagOf, isOpaque, readControl } from './readControl.ts'

const set = (words: string): Set<string> => new Set(words.split(' '))
const SKIPPED = set(
  'script style noscript template link meta head title base canvas object embed iframe frame frameset math param source track map area datalist audio video option optgroup',
)
const INLINE = set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup time tt u var wbr label',
)
const NATIVE = set('button input select textarea summary')
const HEADINGS = new Map(
  Object.entries({ h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6, legend: 7, dt: 7, label: 7, caption: 7 }),
)
/** Kept as blocks although they hold one part: their meaning is wanted. */
const LANDMARKS = set('header nav footer aside main form dialog fieldset section article search')
const ITEMS = set('li article tr')
/** Elements that scripts like to make clickable. */
const CLICKABLE = set('a div span li td img svg i')
const LONGEST_TEXT = 4000
/** Blocks nested deeper than this are read as if they were flat. */
const DEEPEST = 150
/** Nodes from which on a reading is kept rather than made again. */
const WORTH_KEEPING = 24
/** The same for one of many, as the cards of a long list: each is small, all of them are the page. */
const WORTH_KEEPING_OF_MANY = 8
/** Parts of a parent from which on the next is one of many. */
const MANY = 24

const BITS = new Map(
  'div span a img li ul p h1 h2 h3 h4 h5 h6 button input select form label i b strong em table tr td section article svg sup picture dl textarea'
    .split(' ')
    .map((tag, index) => [tag, 1 << (index % 32)]),
)

interface Frame {
  element: Element
  tag: string
  next: Node | null
  /** Children assigned to a slot, read instead of its own. */
  assigned: Node[] | null
  parts: Part[]
  mask: number
  images: number
  inline: boolean
  heading: number
  role: string
  /** aria-hidden */
  quiet: boolean
  /** visibility: hidden */
  ghost: boolean
  /** Has one of the attributes of `SPECIAL`. */
  special: boolean
  inert: boolean
  control: ControlPart | null
  /** For a `<label>`: its field. */
  labels: Element | null
  /** The last part was a text that the next may continue. */
  open: boolean
  /** That text was its own, not a child's. */
  lastOwn: boolean
  hasText: boolean
  /** `nodes` when it was entered. */
  since: number
}

/** What was read inside of one element, as its parent takes it over. */
export interface Reading {
  parts: Part[]
  mask: number
  images: number
  inline: boolean
}

export interface TreeOptions {
  privacy: PagePrivacy
  /** Readings kept from before, by element; missing or deleted where something changed. */
  kept: WeakMap<Element, Reading>
  /** Open shadow roots are added to it as they are come upon. */
  shadowRoots: ShadowRoot[]
  /** Most of the page is kept: asking each element for its attributes is cheaper than asking the page for all that have them. */
  mostlyKept: boolean
  /** Reads what is transparent too: for a page that fades in as a whole. */
  ignoreOpacity: boolean
  /** Told of every block as soon as it is whole, so that what can be written of it is written in the same slices. */
  onBlock(block: BlockPart): void
}

/** Elements that are more than their tag says; asked for once, it saves asking each element for each attribute. */
const SPECIAL =
  '[role],[inert],[aria-hidden],[onclick],[contenteditable],[aria-label],[aria-labelledby],[tabindex="0"],a[href]'
const VISIBLE = { visibilityProperty: true, opacityProperty: true }
const VISIBLE_OR_CLEAR = { visibilityProperty: true }
const COMPLAINING = /^(?:alert|status)$/
const CALLED_COMPLAINT = /(?:^|\s)error(?:\s|$)|error-message|form-error/

/** True for what tells of something gone wrong or done. */
const complains = (element: Element): boolean =>
  COMPLAINING.test(attributeOf(element, 'role') ?? '') ||
  attributeOf(element, 'aria-live') === 'assertive' ||
  CALLED_COMPLAINT.test(attributeOf(element, 'class') ?? '')

/** Level of a heading; none for what only complains: it comes and goes, and is no title of what it stands in. */
function headingOf(element: Element, tag: string, role: string | null): number {
  const told = role === 'heading' ? Math.trunc(Number(attributeOf(element, 'aria-level'))) : 0
  const level = HEADINGS.get(tag) ?? (role === 'heading' ? Math.min(Math.max(told || 2, 1), 6) : 0)
  if (level === 0 || level === 7) return level
  let at: Element | null = element
  for (let above = 0; at && above < 3; above++, at = outerOf(at)) if (complains(at)) return 0
  return level
}

/** True for a native field that neither hand nor key nor screen reader comes to: it sends what a drawn one holds. */
const isStandIn = (field: Element): boolean =>
  attributeOf(field, 'aria-hidden') === 'true' && attributeOf(field, 'tabindex') === '-1'

/** Joins two runs of one line; two words never grow together. */
function join(before: string, after: string): string {
  const glued = isWordy(before.charCodeAt(before.length - 1)) && (isWordy(after.charCodeAt(0)) || /^[$€£]/.test(after))
  return before + (glued ? ' ' : '') + after
}

/** Rich links hold a title beside other things: the title names them, the rest stands after them. */
function titleAmong(texts: TextPart[]): TextPart | undefined {
  const wordy = texts.filter((part) => hasLetter(part.text) && !part.quiet)
  return (
    wordy.find((part) => part.heading > 0 && part.heading < 7) ??
    wordy.find((part) => part.text.length >= 12 && !hasPrice(part.text)) ??
    wordy[0] ??
    texts.find((part) => hasLetter(part.text)) ??
    texts[0]
  )
}

function gather(parts: Part[], texts: TextPart[], controls: ControlPart[]): void {
  for (const part of parts) {
    if (part.kind === 'text') texts.push(part)
    else if (part.kind === 'control') controls.push(part)
    else gather(part.parts, texts, controls)
  }
}

/**
 * Reads what is visible under a root into parts, in the order of the page, in slices. Never recursive in the
 * page's depth, linear in its nodes, and writes nothing into it.
 */
export class TreeReader {
  #stack: Frame[] = []
  #options: TreeOptions
  #special: Set<Element> | null
  #result: Reading = { parts: [], mask: 0, images: 0, inline: false }
  /** Controls and labels open on the stack. */
  #guards = 0
  /** Something was left out because it is transparent. */
  sawTransparent = false
  /** Elements and texts looked at. */
  nodes = 0

  constructor(root: Element, options: TreeOptions) {
    this.#options = options
    this.#special = options.mostlyKept ? null : new Set()
    this.#collectSpecial(root)
    this.#enter(root, null)
  }

  #collectSpecial(root: Element | ShadowRoot): void {
    if (!this.#special) return
    for (const element of selectUnder(root, SPECIAL)) this.#special.add(element)
    if (nodeTypeOf(root) === 1) this.#special.add(root as Element)
  }

  /** Reads on until done (true), or until `shouldStop`, asked every 32 nodes, says so (false). */
  run(shouldStop: () => boolean): boolean {
    // Between two slices labels come and go.
    forgetLabels()
    const stack = this.#stack
    while (stack.length > 0) {
      const frame = stack[stack.length - 1] as Frame
      const node = frame.next
      if (!node) {
        stack.pop()
        this.#close(frame, stack[stack.length - 1])
        continue
      }
      frame.next = frame.assigned ? (frame.assigned.pop() ?? null) : nextSiblingOf(node)
      const type = nodeTypeOf(node)
      if (type === 3) this.#text(frame, node)
      else if (type === 1) this.#enter(node as Element, frame)
      if ((++this.nodes & 31) === 0 && shouldStop()) return false
    }
    return true
  }

  get result(): Reading {
    return this.#result
  }

  #text(frame: Frame, node: Node): void {
    if (frame.ghost) return
    const raw = dataOf(node)
    if (raw.trim() === '') {
      if (frame.open) this.#space(frame)
      return
    }
    const text = (raw.length > LONGEST_TEXT ? raw.slice(0, LONGEST_TEXT) : raw).replace(/\s+/g, ' ')
    const last = frame.open ? (frame.parts[frame.parts.length - 1] as TextPart) : null
    if (last) {
      if (last.text.length < LONGEST_TEXT) {
        frame.parts[frame.parts.length - 1] = {
          ...last,
          text: frame.lastOwn ? last.text + text : join(last.text, text),
        }
      }
    } else {
      frame.parts.push({ kind: 'text', text, heading: 0, inline: true, quiet: false, labels: null })
      frame.open = true
    }
    frame.lastOwn = true
    frame.hasText = true
  }

  /** White space between two runs of a line. */
  #space(frame: Frame): void {
    const last = frame.parts[frame.parts.length - 1] as TextPart
    if (!last.text.endsWith(' ')) frame.parts[frame.parts.length - 1] = { ...last, text: `${last.text} ` }
    frame.lastOwn = true
  }

  #enter(element: Element, parent: Frame | null): void {
    const tag = tagOf(element)
    if (SKIPPED.has(tag)) return
    if (tag === 'br' || tag === 'hr') {
      if (parent) parent.open = false
      return
    }
    const options = this.#options
    const kept = parent && !parent.control && !parent.ghost && !parent.inert ? options.kept.get(element) : undefined
    if (kept && parent) {
      this.#take(parent, kept)
      return
    }
    let ghost = false
    if (tag !== 'slot' && !isVisible(element, options.ignoreOpacity ? VISIBLE_OR_CLEAR : VISIBLE)) {
      if (!isVisible(element, {})) {
        if (getComputedStyle(element).display !== 'contents') return
      } else if (!isVisible(element, VISIBLE_OR_CLEAR)) ghost = true
      else if (tag !== 'input' && tag !== 'select') {
        this.sawTransparent = true
        return
      }
    }
    if ((tag === 'input' || tag === 'select') && isStandIn(element)) return
    const special = !this.#special || this.#special.has(element)
    const role = special ? attributeOf(element, 'role') : null
    const written = special || NATIVE.has(tag) ? controlTagOf(element, tag, role) : null
    const inert = parent?.inert === true || (special && attributeOf(element, 'inert') !== null)
    const frame: Frame = {
      element,
      tag,
      next: null,
      assigned: null,
      parts: [],
      mask: BITS.get(tag) ?? 0,
      images: 0,
      inline: INLINE.has(tag),
      heading: headingOf(element, tag, role),
      role: role ?? '',
      quiet: special && attributeOf(element, 'aria-hidden') === 'true',
      special,
      ghost,
      inert,
      control: written && !ghost && !inert ? readControl(element, tag, written, role, options.privacy) : null,
      labels: tag === 'label' ? (element as HTMLLabelElement).control : null,
      open: false,
      lastOwn: false,
      hasText: false,
      since: this.nodes,
    }
    if (tag === 'img' || tag === 'svg') this.#picture(frame)
    else if (!written || !isOpaque(element, written)) {
      const root = shadowRootOf(element)
      if (root) {
        options.shadowRoots.push(root)
        this.#collectSpecial(root)
      }
      if (tag === 'slot') {
        const nodes = (element as HTMLSlotElement).assignedNodes()
        if (nodes.length > 0) frame.assigned = nodes.reverse()
      }
      frame.next = frame.assigned ? (frame.assigned.pop() ?? null) : firstChildOf(root ?? element)
    }
    if (frame.control || frame.labels) this.#guards++
    this.#stack.push(frame)
  }

  #picture(frame: Frame): void {
    frame.images = 1
    frame.inline = false
    if (frame.ghost) return
    const { element, tag } = frame
    let text = attributeOf(element, tag === 'img' ? 'alt' : 'aria-label') || attributeOf(element, 'title') || ''
    if (tag === 'svg' && !text) {
      for (let child = firstChildOf(element); child && !text; child = nextSiblingOf(child)) {
        if (nodeTypeOf(child) === 1 && tagOf(child as Element) === 'title')
          text = child.textContent?.slice(0, 200) ?? ''
      }
    }
    text = collapse(text)
    if (text.length > 1 && !/\.(jpe?g|png|gif|webp|svg)$/i.test(text)) {
      frame.parts.push(quietText(text.slice(0, 300)))
    }
  }

  /** Appends what was read of a child. */
  #take(parent: Frame, reading: Reading): void {
    const { parts } = parent
    let index = 0
    if (!reading.inline) parent.open = false
    const first = reading.parts[0]
    if (parent.open && first?.kind === 'text' && first.inline && !first.heading && !first.labels && !first.quiet) {
      const last = parts[parts.length - 1] as TextPart
      parts[parts.length - 1] = { ...last, text: join(last.text, first.text) }
      index = 1
    } else if (parent.open && first?.kind === 'text' && first.quiet && reading.parts.length === 1) {
      // The visible half of a text that is there twice, once for screen readers.
      const last = parts[parts.length - 1] as TextPart
      if (lettersOf(last.text).endsWith(lettersOf(first.text))) return
    }
    for (; index < reading.parts.length; index++) parts.push(reading.parts[index] as Part)
    const last = parts[parts.length - 1]
    parent.open = reading.inline && last?.kind === 'text' && last.inline && !last.heading && !last.labels && !last.quiet
    parent.lastOwn = false
    parent.mask |= reading.mask
    parent.images += reading.images
  }

  #close(frame: Frame, parent: Frame | undefined): void {
    let parts = frame.parts
    if (frame.control || frame.labels) this.#guards--
    if (frame.control) parts = this.#closeControl(frame, frame.control)
    else {
      if (frame.heading > 0) this.#markHeading(frame, parts)
      if (frame.quiet) this.#silence(parts)
      const loose = this.#findLoose(frame, parts, parent)
      if (loose) parts = [loose]
      else if (parts.length === 0) this.#labelEmpty(frame, parts)
      else parts = this.#fold(frame, parts)
    }
    const reading: Reading = { parts, mask: frame.mask, images: frame.images, inline: frame.inline }
    const plain = !frame.control && !frame.ghost && !frame.inert && !parent?.control
    const worth = parent && parent.parts.length >= MANY ? WORTH_KEEPING_OF_MANY : WORTH_KEEPING
    if (plain && !frame.inline && this.nodes - frame.since >= worth) this.#options.kept.set(frame.element, reading)
    if (parent) this.#take(parent, reading)
    else this.#result = reading
  }

  /** An element that only speaks through its label or title: stars drawn by a style sheet, say. */
  #labelEmpty(frame: Frame, parts: Part[]): void {
    if (frame.ghost || !frame.special || frame.tag === 'img' || frame.tag === 'svg') return
    const text = ariaLabelOf(frame.element)
    if (text) parts.push(quietText(text))
  }

  #markHeading(frame: Frame, parts: Part[]): void {
    const { heading, labels } = frame
    for (const [index, part] of parts.entries()) {
      if (part.kind === 'text') parts[index] = { ...part, heading: part.heading || heading, labels }
      else if (part.kind === 'control' && heading < 7) parts[index] = { ...part, heading }
      else if (part.kind === 'block' && heading < 7) this.#markHeading(frame, part.parts)
    }
    // A visible label of a field that is not shown is what one clicks: a colour swatch over a hidden radio button.
    if (!labels || parts.some((part) => part.kind !== 'text') || frame.ghost || frame.inert) return
    const tag = tagOf(labels)
    if (tag !== 'input' || isVisible(labels, VISIBLE_OR_CLEAR)) return
    const control = readControl(labels, tag, 'input', null, this.#options.privacy)
    if (control.role !== 'radio' && control.role !== 'checkbox') return
    control.text = (parts as TextPart[]).map((part) => part.text).join(' ')
    control.images = frame.images
    control.twins = [labels]
    control.element = frame.element
    parts.length = 0
    parts.push(control)
  }

  #silence(parts: Part[]): void {
    const texts: TextPart[] = []
    const controls: ControlPart[] = []
    gather(parts, texts, controls)
    if (controls.length > 0) return
    for (const [index, part] of parts.entries()) {
      if (part.kind === 'text') parts[index] = { ...part, quiet: true }
    }
  }

  /** Takes something for a control that only its pointer cursor gives away, and widens it to all of the same surface. */
  #findLoose(frame: Frame, parts: Part[], parent: Frame | undefined): ControlPart | null {
    if (!parent || this.#guards > 0 || frame.ghost || frame.inert || !CLICKABLE.has(frame.tag)) return null
    if (parts.length === 0 && frame.images === 0 && frame.tag !== 'a') return null
    const texts: TextPart[] = []
    const inner: ControlPart[] = []
    for (const part of parts) {
      if (part.kind === 'text') {
        if (part.heading === 7 || part.text.length > 200) return null
        texts.push(part)
      } else if (part.kind === 'control' && part.loose) inner.push(part)
      else return null
    }
    if (inner.length > 0 && texts.length > 0) return null
    // A link of no words that a style sheet draws is there for a person; one of no size is not.
    const isWordless = texts.every((part) => !hasLetter(part.text))
    const isDrawn = frame.tag === 'a' && isWordless && inner.length === 0 && (heightOf(frame.element) ?? 0) > 0
    if (inner.length === 0 && !frame.hasText && frame.images === 0 && !isDrawn) return null
    if (!isDrawn && getComputedStyle(frame.element).cursor !== 'pointer') return null
    // The face of a list that lies over it, unseen.
    if (frame.element.nextElementSibling?.localName === 'select') return null
    const control = readControl(frame.element, frame.tag, 'button', null, this.#options.privacy)
    control.loose = true
    control.images = frame.images
    control.text = collapse([...texts, ...inner].map((part) => part.text).join(' '))
    control.twins = inner.flatMap((part) => [part.element, ...part.twins])
    return control
  }

  #closeControl(frame: Frame, control: ControlPart): Part[] {
    const texts: TextPart[] = []
    const nested: ControlPart[] = []
    gather(frame.parts, texts, nested)
    control.images += frame.images
    const loud = texts.filter((part) => !part.quiet)
    const only = nested[0]
    if (only && nested.length === 1 && loud.length === 0 && !control.href) {
      return [
        { ...only, twins: [...only.twins, control.element, ...control.twins], label: only.label || control.label },
      ]
    }
    const isTicked = only?.role === 'checkbox' || only?.role === 'radio'
    if (
      only &&
      nested.length === 1 &&
      !only.form &&
      !control.text &&
      (isTicked || (only.tag === 'button' && !loud[0]))
    ) {
      // A link around a button or a box to tick: one control, which leads where the link does.
      const { role, state } = isTicked ? only : control
      const text = only.text || collapse(loud.map((part) => part.text).join(' '))
      const twins = [only.element, ...only.twins]
      return [{ ...control, role, state, text, label: control.label || only.label, twins }]
    }
    if (control.text === '') {
      const seen = loud.length > 0 ? loud : texts
      control.pictured = loud.length === 0 && frame.images > 0
      const whole = collapse(seen.map((part) => part.text).join(' '))
      const rich =
        nested.length > 0 ||
        (seen.length > 1 && (whole.length > 60 || seen.some((part) => part.heading > 0 || hasPrice(part.text))))
      if (rich) return [this.#richBlock(frame, control, texts, nested)]
      control.text = whole
      control.heading = Math.max(0, ...seen.map((part) => part.heading % 7))
    }
    if (!control.text && !control.label) this.#nameWordless(control)
    return this.#isEmpty(control) ? [] : [control]
  }

  #nameWordless(control: ControlPart): void {
    control.label = collapse(attributeOf(control.element, 'title') ?? '')
  }

  /** A link around nothing, as anchors and tracking pixels are. */
  #isEmpty(control: ControlPart): boolean {
    if (control.text || control.label || control.images > 0 || control.tag !== 'a') return false
    return heightOf(control.element) === 0
  }

  #richBlock(frame: Frame, control: ControlPart, texts: TextPart[], nested: ControlPart[]): BlockPart {
    const title = titleAmong(texts)
    control.text = collapse(title?.text ?? '')
    control.pictured = title?.quiet === true
    control.heading = (title?.heading ?? 0) % 7
    const parts = [control, ...texts.filter((part) => part !== title), ...nested]
    return this.#block(frame, parts)
  }

  #block(frame: Frame, parts: Part[]): BlockPart {
    const { element, tag, role } = frame
    const block: BlockPart = {
      kind: 'block',
      element,
      tag,
      role,
      label: frame.control || !frame.special ? '' : ariaLabelOf(element),
      id: attributeOf(element, 'id') ?? '',
      parts,
      mask: frame.mask,
      images: frame.images,
      height: 1,
    }
    for (const part of parts) if (part.kind === 'block') block.height = Math.max(block.height, part.height + 1)
    this.#options.onBlock(block)
    return block
  }

  /** Makes a block where there is something to hold together, and hands lone parts up. */
  #fold(frame: Frame, parts: Part[]): Part[] {
    let hasControls = false
    let deepest = 0
    for (const part of parts) {
      if (part.kind !== 'text') hasControls = true
      if (part.kind === 'block') deepest = Math.max(deepest, part.height)
    }
    if (!hasControls || deepest > DEEPEST) return parts
    const { tag, role, element } = frame
    if (parts.length > 1 || LANDMARKS.has(tag) || role !== '') return [this.#block(frame, parts)]
    const only = parts[0] as Part
    if (only.kind !== 'block') return parts
    if (!ITEMS.has(tag))
      return only.id || !attributeOf(element, 'id') ? parts : [{ ...only, id: attributeOf(element, 'id') ?? '' }]
    return LANDMARKS.has(only.tag)
      ? parts
      : [{ ...only, element, tag, id: only.id || (attributeOf(element, 'id') ?? '') }]
  }
}
