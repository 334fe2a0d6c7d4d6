import type { Edit } from '../../schemas/index.ts'

/** UTF-16 units of the text that the edits make. */
export const editedLength = (edits: readonly Edit[]): number =>
  edits.reduce((sum, edit) => sum + (typeof edit === 'string' ? edit.length : edit[1]), 0)
