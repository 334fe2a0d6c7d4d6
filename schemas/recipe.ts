import { z } from 'zod'
import { clickType } from './clickType.ts'
import { pageType } from './pageType.ts'

/** What a part of a page may be told to be. */
export const recipeRegion = z.enum([
  'nav_bar',
  'footer',
  'breadcrumb',
  'pagination',
  'refinements',
  'suggestions',
  'search_results',
  'product',
  'buy_box',
  'options',
  'reviews',
  'review',
  'cart',
  'cart_line',
  'mini_cart',
  'dialog',
  'section',
])

const selector = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => !/[{}<]/.test(text), 'must be a CSS selector, without braces')
const name = z
  .string()
  .regex(/^[\p{Ll}\p{Lo}\p{N}]+(?:_[\p{Ll}\p{Lo}\p{N}]+)*$/u, 'must be lower-case words joined by _')
  .max(40)
const host = z
  .string()
  .regex(
    /^(?:\*|(?=.*\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/,
    'must be a host such as shop.example, which stands for its subdomains too; or * for any',
  )

/** A regular expression as text, as `new RegExp(text, 'i')` takes it. */
const pattern = z
  .string()
  .min(1)
  .max(300)
  .refine((text) => {
    try {
      return new RegExp(text, 'i') instanceof RegExp
    } catch {
      return false
    }
  }, 'must be a regular expression')

const pageRule = z
  .strictObject({
    page_type: pageType.describe('What such a page is for.'),
    address: pattern.optional().describe('Found in path and query of its address, in any case of letters.'),
    selector: selector.optional().describe('Matches something on such a page.'),
  })
  .refine((rule) => rule.address !== undefined || rule.selector !== undefined, {
    error: 'needs an address or a selector',
  })

const partRule = z
  .strictObject({
    selector: selector.describe('Matches the element itself.'),
    on: z.array(pageType).min(1).optional().describe('Page types that have it; left out, all have it.'),
    region: recipeRegion.optional().describe('The element holds this part of the page.'),
    name: name.optional().describe('Name of the control; of a section its name.'),
    click_type: clickType.optional().describe('What kind of click it is; left out, what the name or region implies.'),
    optional: z.boolean().optional().describe('Not every such page has it: its absence is no sign of a stale recipe.'),
  })
  .refine((rule) => rule.region !== undefined || rule.name !== undefined || rule.click_type !== undefined, {
    error: 'needs a region, a name or a click_type',
  })

/** How the pages of a shop, or of a shop system, map to page types, regions, names and click types. */
export const recipe = z.strictObject({
  schema_version: z.literal(1),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,58}$/, 'must be 2–59 lower-case letters, digits and hyphens')
    .describe('Names the recipe in studies and in observations.'),
  title: z.string().min(1).max(80),
  hosts: z.array(host).min(1).describe('Where it applies; * for a shop system that runs anywhere.'),
  dated: z.iso.date().describe('When its rules were last looked at.'),
  tried_on: z
    .array(z.string().min(1).max(200))
    .describe('Pages that it was tried on, with their date where known. Empty: untried.'),
  note: z.string().max(500).optional(),
  pages: z.array(pageRule).max(40).describe('The first that matches says what a page is for.'),
  parts: z.array(partRule).max(80).describe('Rules for parts of pages and for controls; where two match, the first.'),
})

export type Recipe = z.infer<typeof recipe>
export type RecipeRegion = z.infer<typeof recipeRegion>

/** How well a recipe fitted one page. */
export const recipeHealth = z.strictObject({
  page: z.boolean().describe('One of its rules told what the page is for.'),
  matched: z.int().nonnegative().describe('Rules for this kind of page that found something.'),
  missed: z.array(z.string().max(500)).max(80).describe('Selectors of those that found nothing and should have.'),
})

export type RecipeHealth = z.infer<typeof recipeHealth>
