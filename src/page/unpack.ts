import type { PageReading, ReadBlock, ReadControl, ReadForm, ReadPart } from '../../schemas/index.ts'
import { hasPrice } from '../text/price.ts'
import type { BlockPart, ControlPart, FormPart, Part } from './model.ts'

const formPart = (form: ReadForm): FormPart => {
  const { action = '', id = '', name = '', class: classes = '', role = '', onsubmit = '', hidden = '', fields } = form
  return { action, id, name, class: classes, role, onsubmit, hidden, fields }
}

const words = (text = ''): string[] => (text ? text.split(' ') : [])

/** Makes whole what a reading leaves out, and counts its controls. */
class Unpacker {
  #forms: Map<number, FormPart>
  #count = 0

  constructor(forms: PageReading['forms']) {
    this.#forms = new Map(Object.entries(forms).map(([number, form]) => [Number(number), formPart(form)]))
  }

  parts(parts: readonly ReadPart[]): Part[] {
    return parts.map((part) => {
      if (typeof part === 'string')
        return { kind: 'text', text: part, heading: 0, quiet: false, labels: false } as const
      if ('parts' in part) return this.#block(part)
      if ('control' in part) return this.#control(part)
      const { text, heading = 0, quiet = false, labels = false } = part
      return { kind: 'text', text, heading, quiet, labels } as const
    })
  }

  #formOf(number: number | undefined): FormPart | null {
    return number === undefined ? null : (this.#forms.get(number) ?? null)
  }

  #control(read: ReadControl): ControlPart {
    const {
      type = '',
      label = '',
      text = '',
      href = '',
      to = '',
      place = '',
      hints = '',
      fixed = '',
      file = '',
      icon = '',
    } = read
    return {
      kind: 'control',
      index: this.#count++,
      tag: read.control,
      role: read.role,
      type,
      plain: read.plain ?? false,
      label,
      text,
      href,
      to,
      place,
      hints,
      value: read.value ?? null,
      fixed,
      sensitive: read.sensitive ?? false,
      state: read.state ?? '',
      choices: (read.choices ?? []).map((choice, index) => ({ text: choice, selected: index === read.chosen })),
      heading: read.heading ?? 0,
      images: read.images ?? 0,
      pictured: read.pictured ?? false,
      form: this.#formOf(read.form),
      autocomplete: read.autocomplete ?? '',
      loose: read.loose ?? false,
      file,
      icon,
      figures: words(read.figures),
      says: words(read.says),
      step: read.step ?? false,
      search: read.search ?? false,
      rule: read.rule ?? null,
    }
  }

  #block(read: ReadBlock): BlockPart {
    const { tag, role = '', label = '', id = '', mask, images = 0, marked = false, trail = false, rules = [] } = read
    const parts = this.parts(read.parts)
    const form = this.#formOf(read.form)
    const block: BlockPart = {
      kind: 'block',
      tag,
      role,
      label,
      id,
      parts,
      controls: 0,
      mask,
      images,
      length: 0,
      priced: false,
      marked,
      trail,
      form,
      rules,
    }
    for (const part of parts) {
      if (part.kind === 'block') {
        block.controls += part.controls
        block.length += part.length
        block.priced ||= part.priced
      } else {
        if (part.kind === 'control') block.controls++
        block.length += part.text.length
        block.priced ||= hasPrice(part.text)
      }
    }
    return block
  }
}

/** The parts of a page, whole, out of its reading. */
export const unpack = ({ forms, parts }: PageReading): Part[] => new Unpacker(forms).parts(parts)
