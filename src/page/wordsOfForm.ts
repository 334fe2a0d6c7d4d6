import { attributeOf } from './dom.ts'

/** What a form's attributes say. */
export const wordsOfForm = (form: Element, names = ['action', 'id', 'name', 'onsubmit']): string =>
  names.map((name) => (attributeOf(form, name) ?? '').slice(0, 300).replace(/#.*$/s, '')).join(' ')
