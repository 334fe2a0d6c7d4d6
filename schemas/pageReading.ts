import { z } from 'zod'
import { type PageType, pageType } from './pageType.ts'
import { recipeHealth } from './recipe.ts'

const count = z.int().nonnegative()
const long = z.string().max(4200)
const code = z.string().max(2200)

/** A text that is more than its letters. */
const readText = z.strictObject({
  text: long,
  heading: z.int().min(1).max(7).optional().describe('1–6 for a heading, 7 for a label, legend or term.'),
  quiet: z.literal(true).optional().describe("Hidden from assistive technology, or a picture's description."),
  labels: z.literal(true).optional().describe('It labels a field.'),
})

const readControl = z.strictObject({
  control: z.enum(['a', 'button', 'input', 'select', 'textarea']).describe('How a context writes it.'),
  role: z.string().max(40).describe('ARIA role.'),
  type: z.string().max(40).optional().describe('Type of an input, lower case.'),
  plain: z.literal(true).optional().describe('A button that says it is no more than that: it sends no form.'),
  label: long.optional().describe('What it is called, where that is not what is seen on it.'),
  text: long.optional().describe('Text, or description of the picture, seen on it.'),
  href: code.optional().describe('Address as written; absent where it leads nowhere.'),
  hints: code.optional().describe('Words of last resort: `name`, `id` and the like.'),
  value: code.optional().describe('Current value; absent where it has none or it must not be read.'),
  fixed: code.optional().describe('Of a button: its `value` attribute.'),
  sensitive: z.literal(true).optional(),
  state: z.enum(['checked', 'selected', 'disabled']).optional(),
  choices: z.array(z.string().max(400)).max(200).optional(),
  chosen: count.optional().describe('Index of the choice that is selected.'),
  heading: z.int().min(1).max(7).optional().describe('Rank of the heading it stands in.'),
  images: count.optional(),
  pictured: z.literal(true).optional().describe('Its text is only the description of a picture.'),
  form: count.optional().describe('Number of its form.'),
  autocomplete: z.string().max(200).optional(),
  loose: z.literal(true).optional().describe('Found only by its pointer cursor.'),
  file: z.string().max(300).optional().describe('What its picture is called where it is kept.'),
  icon: z.string().max(100).optional().describe('What its icon is called in its set.'),
  figures: z
    .string()
    .max(200)
    .optional()
    .describe('Figures that are elements of their own in it, set apart by spaces.'),
  says: z
    .string()
    .max(40)
    .optional()
    .describe('What its code and address say it does: cart, buy, search, reviews, product, page.'),
  step: z.literal(true).optional().describe('It stands right beside a field or a figure.'),
  search: z.literal(true).optional().describe('What is close around it is named as a search.'),
  rule: count.optional().describe("Index of the recipe's rule for it."),
})

const readBlock = z.strictObject({
  tag: z.string().max(100),
  role: z.string().max(100).optional(),
  label: long.optional(),
  id: code.optional(),
  mask: z.int().describe('Tags within, one bit each (a small Bloom filter).'),
  images: count.optional(),
  marked: z.literal(true).optional().describe('Its attributes say that it is one entry of a list.'),
  trail: z
    .literal(true)
    .optional()
    .describe('Its id or class says that it is the way from the front page to this one.'),
  form: count.optional().describe('Number of the form that it is.'),
  rules: z
    .array(count)
    .max(20)
    .optional()
    .describe("Indices of the recipe's rules for it and what is around it alone."),
  get parts(): z.ZodArray<typeof readPart> {
    return z.array(readPart)
  },
})

const readPart: z.ZodType<ReadPart> = z.union([long, readControl, z.lazy(() => readBlock), readText])

/** What a form's attributes say. */
const readForm = z.strictObject({
  action: code.optional(),
  id: code.optional(),
  name: code.optional(),
  class: code.optional(),
  role: code.optional(),
  onsubmit: code.optional(),
  hidden: code.optional().describe('Hidden fields that say what it does, as `name=value`.'),
  fields: count.describe('Fields that can be filled in.'),
})

/**
 * What stands in a page: all that naming it, writing it and judging it need. The recorder reads it in the page; the background
 * scrubs it and makes an observation of it. Controls are counted from 0 in the order in which they stand.
 */
export const pageReading = z.strictObject({
  url: z.string().max(2000).describe('Scrubbed address.'),
  asks: z.literal(true).optional().describe('The address has parameters, of which the scrubbed one may tell none.'),
  searches: z.literal(true).optional().describe('One of them says what is searched for.'),
  route: z
    .string()
    .max(500)
    .optional()
    .describe('Where parameters of the address say that it leads in the shop, scrubbed.'),
  title: z.string().max(500).describe('Scrubbed.'),
  language: z.string().max(35),
  declared: z.string().max(2000).describe('og:type and schema.org types that the page declares, lower case.'),
  recipe: z
    .strictObject({ id: z.string().max(60), page_type: pageType.nullable(), health: recipeHealth })
    .optional()
    .describe('What a recipe found.'),
  forms: z.record(z.string().regex(/^\d+$/), readForm),
  parts: z.array(readPart),
})

export interface ReadBlock extends Omit<z.infer<typeof readBlock>, 'parts'> {
  parts: ReadPart[]
}
/** What the background tells the recorder of a reading that it has understood. */
export interface Understood {
  page_type: PageType
  /** Only the type of this page is kept, and nothing that is done there. */
  excluded: boolean
  /** Numbers of the controls that search. */
  searches: readonly number[]
}

export type ReadText = z.infer<typeof readText>
/** With what the background notes of an address before it scrubs it: hashes of it, and of what it leads to. */
export type ReadControl = z.infer<typeof readControl> & { to?: string; place?: string }
export type ReadForm = z.infer<typeof readForm>
export type ReadPart = string | ReadText | ReadControl | ReadBlock
export interface PageReading extends Omit<z.infer<typeof pageReading>, 'parts'> {
  parts: ReadPart[]
}
