import type { ReadForm } from '../../schemas/index.ts'
import { attributeOf, selectAll } from './dom.ts'

const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=image]):not([type=button])'
const LONGEST = 300

/** What a form will send beside its fields, as far as that says what it is for. */
const wordsOfHidden = (form: Element): string =>
  [...selectAll(form, 'input[type=hidden]')]
    .slice(0, 12)
    .map((field) => `${attributeOf(field, 'name')}=${(attributeOf(field, 'value') ?? '').slice(0, 40)}`)
    .filter((pair) => /^(?:action|act|a|cmd|mode|func|do|op|route|task|add)=/i.test(pair))
    .join(' ')

/** What a form's attributes say, each with whatever follows a `#` left out. */
export function describeForm(form: Element, scrub: (text: string) => string): ReadForm {
  const told: ReadForm = { fields: selectAll(form, FIELDS).length }
  for (const name of ['action', 'id', 'name', 'class', 'role', 'onsubmit'] as const) {
    const text = (attributeOf(form, name) ?? '').slice(0, LONGEST).replace(/#.*$/s, '')
    if (text) told[name] = scrub(text)
  }
  const hidden = wordsOfHidden(form)
  if (hidden) told.hidden = scrub(hidden)
  return told
}
