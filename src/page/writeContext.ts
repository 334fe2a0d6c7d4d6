import type { ClickType } from '../../schemas/index.ts'
import { lettersOf } from '../text/letters.ts'
import { escapeHtml } from './escapeHtml.ts'
import type { Meaning } from './meaning.ts'
import type { ControlPart, TextPart } from './model.ts'
import type { Placed, Region } from './region.ts'
import { shorten } from './shorten.ts'
import { writeControl } from './writeControl.ts'

/** How much text a context keeps, in UTF-16 units: of one text, of all texts in a row, of a label. */
interface TextLimits {
  one: number
  row: number
  label: number
}

export interface Writer {
  meaning(control: ControlPart): Meaning
  names: Map<Placed | Region, string>
}

/** From generous to strict: the first whose context is short enough is taken, or else the last. */
const LIMITS: TextLimits[] = [
  { one: 400, row: 1600, label: 160 },
  { one: 200, row: 700, label: 160 },
  { one: 100, row: 300, label: 160 },
  { one: 80, row: 200, label: 100 },
  { one: 50, row: 120, label: 80 },
  { one: 40, row: 50, label: 80 },
  { one: 24, row: 28, label: 56 },
]
/** UTF-16 units that a context should not exceed, about 9,500 tokens of an English page. */
const ROOMY = 33_000
/** The same on a page of search results. */
const ROOMY_RESULTS = 37_000
/** Letters of a text from which on it is no more than a remark when repeated. */
const REPEATABLE = 30
const TAGS: Partial<Record<Region['role'], string>> = {
  nav_bar: 'nav',
  footer: 'footer',
  breadcrumb: 'nav',
  pagination: 'nav',
  dialog: 'dialog',
  product: 'li',
  item: 'li',
  cart_line: 'li',
  review: 'li',
  buy_box: 'form',
  options: 'ul',
}
/** Prices, ratings and percentages: short texts with a figure, which no shortage of room drops. */
const VITAL = /\d.*[$€£¥₹₽%★]|[$€£¥₹₽★].*\d|\d[.,]\d/
const LONGEST_VITAL = 60
/** Data and templates that pages carry in elements, shown or not. */
const CODE = /^\s*[[{]+\s*"|^\s*(?:function\s*\(|var\s|window\.)|\$\{\w+\}/
/** The click type of most that stands directly in a region, its regions counted by theirs: said once, on the region. */
function usualClick(region: Region, inherited: ClickType): ClickType {
  const click = region.click ?? inherited
  const counts = new Map<ClickType, number>()
  for (const part of region.parts) {
    if (part.kind === 'text') continue
    const type = part.kind === 'placed' ? (part.click ?? click) : usualClick(part, click)
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  let usual = click
  for (const [type, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = type
  return usual
}

/** A text that is the same said twice, with or without a space between, is said once. */
function once(text: string): string {
  for (let gap = 2; gap >= 0; gap--) {
    const half = (text.length - gap) / 2
    if (half < 2 || half > 200 || half % 1 !== 0) continue
    if (text.startsWith(text.slice(half + gap)) && text.slice(half, half + gap).trim() === '')
      return text.slice(0, half)
  }
  return text
}

/** What is written of a text, its letters and digits alone, and whether no shortage of room drops it. */
function writtenText(part: TextPart): { text: string; key: string; vital: boolean } {
  // Many pages say a text twice, once to be seen and once to be heard.
  const text = once(part.text.trim())
  if (CODE.test(text)) return { text: '', key: '', vital: false }
  return { text: shorten(text, 400), key: lettersOf(text), vital: text.length <= LONGEST_VITAL && VITAL.test(text) }
}

/** A control, as it was last written for labels of some length. */
interface ControlLine {
  kind: 'control'
  control: ControlPart
  meaning: Meaning
  leaf: string
  click: string
  html: string
  longest: number
}

/** A line of a context: markup as it is, the text of a row (by number), or a control, written once its room is known. */
type Line = string | { kind: 'text'; text: string; row: number; vital: boolean } | ControlLine

/** Collects a context's lines, to be cut and written once it is known how much room there is. */
class Lines {
  #writer: Writer
  #lines: Line[] = []
  #row = 0
  /** How often each longer text was written: what is said again and again is said twice. */
  #repeated = new Map<string, number>()
  #results = false

  constructor(writer: Writer) {
    this.#writer = writer
  }

  /** `inherited` holds where nothing says otherwise; `written` is what the markup around has said. */
  region(region: Region, inherited: ClickType, written: ClickType): void {
    const { names, meaning } = this.#writer
    const click = region.click ?? inherited
    const leaf = names.get(region)
    const tag = TAGS[region.role] ?? 'section'
    const most = leaf ? usualClick(region, inherited) : written
    if (leaf) this.#lines.push(`<${tag} name="${escapeHtml(leaf)}"${most === written ? '' : ` click_type="${most}"`}>`)
    this.#results ||= region.role === 'search_results'
    this.#row++
    const said = new Set<string>()
    if (leaf) said.add(lettersOf(leaf))
    if (region.role !== 'product') said.add(lettersOf(region.words))
    for (const part of region.parts) if (part.kind === 'placed') said.add(meaning(part.control).key)
    for (const part of region.parts) {
      if (part.kind === 'text') this.#text(part, said)
      else if (part.kind === 'placed') this.#control(part, part.click ?? click, most)
      else {
        this.region(part, click, most)
        this.#row++
      }
    }
    if (leaf) this.#lines.push(`</${tag}>`)
  }

  #control(placed: Placed, type: ClickType, written: ClickType): void {
    const { names, meaning } = this.#writer
    const { control } = placed
    const click = type === written ? '' : ` click_type="${type}"`
    const leaf = names.get(placed) ?? ''
    this.#lines.push({ kind: 'control', control, meaning: meaning(control), leaf, click, html: '', longest: 0 })
  }

  #html(line: ControlLine, longest: number): string {
    if (line.longest !== longest) {
      line.html = writeControl(longest, line.control, line.meaning, line.leaf, line.click)
      line.longest = longest
    }
    return line.html
  }

  #text(part: TextPart, said: Set<string>): void {
    if (part.labels && part.heading === 7) return
    const { text, key, vital } = writtenText(part)
    if (key === '' || said.has(key)) return
    if (part.quiet) for (const other of said) if (other.includes(key)) return
    said.add(key)
    if (key.length > REPEATABLE) {
      const count = (this.#repeated.get(key) ?? 0) + 1
      this.#repeated.set(key, count)
      if (count > 2) return
    }
    this.#lines.push({ kind: 'text', text, row: this.#row, vital })
  }

  /** Length of the whole under these limits; not exact to the unit. */
  #lengthWith(limits: TextLimits): number {
    let total = 0
    let row = -1
    let left = 0
    for (const line of this.#lines) {
      if (typeof line === 'string') total += line.length + 1
      else if (line.kind === 'control') total += this.#html(line, limits.label).length + 1
      else {
        if (line.row !== row) left = limits.row
        row = line.row
        const length = Math.min(line.text.length, limits.one, line.vital ? LONGEST_VITAL : left)
        left -= line.vital ? 0 : length
        total += length + 1
      }
    }
    return total
  }

  /** True where the whole is short enough under these limits. */
  fits(limits: TextLimits): boolean {
    return this.#lengthWith(limits) <= (this.#results ? ROOMY_RESULTS : ROOMY)
  }

  write(limits: TextLimits): string {
    const out: string[] = []
    let row = -1
    let left = 0
    for (const line of this.#lines) {
      if (typeof line === 'string') out.push(line)
      else if (line.kind === 'control') out.push(this.#html(line, limits.label))
      else {
        if (line.row !== row) left = limits.row
        row = line.row
        if (!line.vital && left < 20 && left < line.text.length) continue
        const text = line.vital ? line.text : shorten(line.text, Math.min(limits.one, left))
        left -= line.vital ? 0 : text.length
        out.push(escapeHtml(text))
      }
    }
    return out.join('\n')
  }
}

/** Writes a tree of named regions as the context that `schemas/parseContext.ts` reads, under the most generous limits that it fits. */
export function writeContext(root: Region, writer: Writer): string {
  const lines = new Lines(writer)
  lines.region(root, 'other', 'other')
  // The stricter the limits, the shorter the whole: few of them need to be tried.
  let from = 0
  let to = LIMITS.length - 1
  while (from < to) {
    const at = (from + to) >> 1
    if (lines.fits(LIMITS[at] as TextLimits)) to = at
    else from = at + 1
  }
  return lines.write(LIMITS[to] as TextLimits)
}
