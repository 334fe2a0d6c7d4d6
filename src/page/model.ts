import type { ReadControl, ReadForm } from '../../schemas/index.ts'

/** Text as a person reads it in one place, scrubbed. */
export interface TextPart {
  kind: 'text'
  text: string
  /** 1–6 for a heading, 7 for a label, legend or term, 0 otherwise. */
  heading: number
  /** Hidden from assistive technology, or a picture's description: dropped where the same is said beside it. */
  quiet: boolean
  /** It labels a field. */
  labels: boolean
}

export interface Choice {
  text: string
  selected: boolean
}

/** What a form says of itself; every part of one form holds the same. */
export type FormPart = { [Key in keyof ReadForm]-?: NonNullable<ReadForm[Key]> }

/** Something the participant can act on. Every text is scrubbed. */
export interface ControlPart {
  kind: 'control'
  /** Its number in the reading. */
  index: number
  tag: ReadControl['control']
  role: string
  /** Type of an input, lower case; empty otherwise. */
  type: string
  /** A button that says it is no more than that: it sends no form. */
  plain: boolean
  /** What it is called, where that is not what is seen on it. */
  label: string
  /** Text, or description of the picture, seen on it. */
  text: string
  /** Address; empty where it leads nowhere. */
  href: string
  /** Tells its address as written from others, as a hash; empty where it leads nowhere. */
  to: string
  /** The same of what the address leads to, by `placeOf`. */
  place: string
  /** Words of last resort: `name`, `id` and the like. */
  hints: string
  /** Current value; null where it has none or it was not to be read. */
  value: string | null
  /** Of a button: its `value` attribute. */
  fixed: string
  sensitive: boolean
  state: '' | 'checked' | 'selected' | 'disabled'
  choices: Choice[]
  /** Rank of the heading it stands in, or 0. */
  heading: number
  images: number
  /** Its text is only the description of a picture. */
  pictured: boolean
  form: FormPart | null
  /** Attribute of that name, lower case. */
  autocomplete: string
  /** Found only by its pointer cursor. */
  loose: boolean
  /** What its picture is called where it is kept, and its icon in its set: words, or empty. */
  file: string
  icon: string
  /** Figures that are elements of their own in it. */
  figures: string[]
  /** What its code and address say it does: `cart`, `buy`, `search`, `reviews`, `product`, `page`. */
  says: string[]
  /** It stands right beside a field or a figure. */
  step: boolean
  /** What is close around it is named as a search. */
  search: boolean
  /** Index of the recipe's rule for it. */
  rule: number | null
}

/** An element that holds several parts. */
export interface BlockPart {
  kind: 'block'
  tag: string
  role: string
  /** aria-label, or the text that aria-labelledby points to. */
  label: string
  id: string
  parts: Part[]
  /** Controls within. */
  controls: number
  /** Tags within, one bit each (a small Bloom filter). */
  mask: number
  images: number
  /** UTF-16 units of text within. */
  length: number
  /** An amount of money is said within. */
  priced: boolean
  /** Its attributes say that it is one entry of a list. */
  marked: boolean
  /** Its id or class says that it is the way from the front page to this one. */
  trail: boolean
  /** The form that it is. */
  form: FormPart | null
  /** Indices of the recipe's rules for it and for what is around it alone. */
  rules: readonly number[]
}

export type Part = TextPart | ControlPart | BlockPart
