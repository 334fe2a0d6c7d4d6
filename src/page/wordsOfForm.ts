import type { FormPart } from './model.ts'

/** What a form's attributes say. */
export const wordsOfForm = (
  form: FormPart,
  names: readonly ('action' | 'id' | 'name' | 'class' | 'onsubmit')[] = ['action', 'id', 'name', 'onsubmit'],
): string => names.map((name) => form[name]).join(' ')
