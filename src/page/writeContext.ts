import type { ClickType } from '../../schemas/index.ts'
import type { Placed, Region } from './arrange.ts'
import type { Meaning } from './meaning.ts'
import type { ControlPart, TextPart } from './model.ts'
import { slug } from './slug.ts'

/** How much text a context keeps: UTF-16 units of one text, and of all texts of one region. */
export interface TextLimits {
  one: number
  region: number
  /** Entries of a select, the chosen one apart. */
  choices: number
}

export interface Writer {
  meaning(control: ControlPart): Meaning
  scrub(text: string): string
  names: Map<Placed | Region, string>
  /** How often each longer text was written: what is said again and again is said twice. */
  repeated: Map<string, number>
}

/** Letters of a text from which on it is no more than a remark when repeated. */
const REPEATABLE = 30
const LONGEST_LABEL = 160
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

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string)

/** Cuts at a word and marks the cut. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const edge = text.lastIndexOf(' ', longest)
  return `${text.slice(0, edge > longest * 0.6 ? edge : longest).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Data and templates that a page carries in elements it shows or not. */
const CODE = /^\s*[[{]\s*"|^\s*(?:function\s*\(|var\s|window\.)|\$\{\w+\}/

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** True where the leaf name alone says the text: no more than case, spaces and plain punctuation is lost. */
const isSaidBy = (leaf: string, text: string): boolean =>
  text === '' || (slug(text) === leaf && !/\d[.,]\d|[$€£¥%]/.test(text))

/** Writes a tree of named regions as the context that `schemas/parseContext.ts` reads. */
export function writeContext(root: Region, limits: TextLimits, writer: Writer): string {
  const out: string[] = []
  writeRegion(root, 'other', limits, writer, out)
  return out.join('\n')
}

function writeRegion(region: Region, inherited: ClickType, limits: TextLimits, writer: Writer, out: string[]): void {
  const click = region.click ?? inherited
  const leaf = writer.names.get(region)
  if (leaf) {
    const type = click === inherited ? '' : ` click_type="${click}"`
    out.push(`<${TAGS[region.role] ?? 'section'} name="${escapeHtml(leaf)}"${type}>`)
  }
  const said = new Set<string>([bare(leaf ?? '')])
  if (region.role !== 'product') said.add(bare(region.words))
  for (const part of region.parts) {
    if (part.kind === 'placed') said.add(bare(writer.meaning(part.control).shown))
  }
  let left = limits.region
  for (const part of region.parts) {
    if (part.kind === 'region') {
      writeRegion(part, click, limits, writer, out)
      left = limits.region
    } else if (part.kind === 'placed') out.push(writeControl(part, click, limits, writer))
    else if (part.labels === null || part.heading !== 7) {
      const text = writeText(part, Math.min(limits.one, left), said, writer)
      left -= text.length
      if (text) out.push(text)
    }
  }
  if (leaf) out.push(`</${TAGS[region.role] ?? 'section'}>`)
}

function writeText(part: TextPart, longest: number, said: Set<string>, writer: Writer): string {
  if (longest < 20) return ''
  // Many pages say a text twice, once to be seen and once to be heard.
  const text = writer.scrub(part.text.trim()).replace(/^(.{2,200}?)\s*\1$/s, '$1')
  const key = bare(text)
  if (key === '' || said.has(key) || CODE.test(text)) return ''
  if (part.quiet && [...said].some((other) => other.includes(key))) return ''
  said.add(key)
  if (key.length > REPEATABLE) {
    const count = (writer.repeated.get(key) ?? 0) + 1
    writer.repeated.set(key, count)
    if (count > 2) return ''
  }
  return escapeHtml(shorten(text, longest))
}

function writeControl(placed: Placed, inherited: ClickType, limits: TextLimits, writer: Writer): string {
  const { control } = placed
  const { tag } = control
  const leaf = writer.names.get(placed) ?? ''
  const meaning = writer.meaning(control)
  let open = `<${tag} name="${escapeHtml(leaf)}"`
  const click = placed.click ?? inherited
  if (click !== inherited) open += ` click_type="${click}"`
  const text = shorten(meaning.shown || meaning.said, LONGEST_LABEL)
  if (tag === 'a' || tag === 'button') {
    if (control.state) open += ` ${control.state}`
    return `${open}>${isSaidBy(leaf, text) ? '' : escapeHtml(text)}</${tag}>`
  }
  const kind = control.role === 'radio' || control.role === 'checkbox' ? control.role : ''
  if (kind) open += ` type="${kind}"`
  if (!isSaidBy(leaf, text)) open += ` label="${escapeHtml(shorten(text, 80))}"`
  if (!kind && tag !== 'select' && control.value)
    open += ` value="${escapeHtml(shorten(writer.scrub(control.value), 200))}"`
  if (control.state) open += ` ${control.state}`
  if (tag !== 'select') return tag === 'textarea' ? `${open}></textarea>` : `${open}>`
  return `${open}>${writeChoices(control, limits, writer)}</select>`
}

function writeChoices(control: ControlPart, limits: TextLimits, writer: Writer): string {
  const rows: string[] = []
  let left = 0
  for (const [index, choice] of control.choices.entries()) {
    if (index >= limits.choices && !choice.selected) left++
    else
      rows.push(
        `<option${choice.selected ? ' selected' : ''}>${escapeHtml(shorten(writer.scrub(choice.text), 40))}</option>`,
      )
  }
  return rows.join('') + (left > 0 ? `… ${left} more` : '')
}
