import type { ReadControl } from '../../schemas/index.ts'

/** Text as a person reads it in one place. */
export interface TextPart {
  kind: 'text'
  /** Not yet scrubbed. */
  text: string
  /** 1–6 for a heading, 7 for a label, legend or term, 0 otherwise. */
  heading: number
  /** Runs on in a line: joins with the text before it. */
  inline: boolean
  /** Hidden from assistive technology, or a picture's description: dropped where the same is said beside it. */
  quiet: boolean
  /** The field that it labels. */
  labels: Element | null
}

/** A text in a place of its own that assistive technology is not told, or only it. */
export const quietText = (text: string): TextPart => ({
  kind: 'text',
  text,
  heading: 0,
  inline: false,
  quiet: true,
  labels: null,
})

/** How a control is written in a context. */
export type ControlTag = ReadControl['control']

/** Something the participant can act on. */
export interface ControlPart {
  kind: 'control'
  element: Element
  /** Other elements of the page that are the same control to a person. */
  twins: Element[]
  tag: ControlTag
  role: string
  /** Type of an input, lower case; empty otherwise. */
  type: string
  /** What it is called, where that is not what is seen on it. Not yet scrubbed. */
  label: string
  /** Text, or description of the picture, seen on it. Not yet scrubbed. */
  text: string
  /** Address as written in the page; empty where it leads nowhere. */
  href: string
  /** Words of last resort: `name`, `id` and the like. */
  hints: string
  /** Current value; null where it has none or it must not be read. */
  value: string | null
  sensitive: boolean
  state: '' | 'checked' | 'selected' | 'disabled'
  choices: string[]
  /** Index of the choice that is selected; -1 for none. */
  chosen: number
  /** Rank of the heading it stands in, or 0. */
  heading: number
  images: number
  /** Its text is only the description of a picture. */
  pictured: boolean
  form: Element | null
  /** Attribute of that name, lower case. */
  autocomplete: string
  /** Found only by its pointer cursor. */
  loose: boolean
}

/** An element that holds several parts. */
export interface BlockPart {
  kind: 'block'
  element: Element
  tag: string
  role: string
  /** aria-label, or the text that aria-labelledby points to. Not yet scrubbed. */
  label: string
  id: string
  parts: Part[]
  /** Tags within, one bit each (a small Bloom filter). */
  mask: number
  images: number
  /** Blocks nested within it, itself included. */
  height: number
}

export type Part = TextPart | ControlPart | BlockPart
