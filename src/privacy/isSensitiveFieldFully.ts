import { isSensitiveField } from './isSensitiveField.ts'
import { type Field, makeFieldJudge } from './makeFieldJudge.ts'
import { MORE_SENSITIVE_SCRIPTS, MORE_SENSITIVE_WORDS } from './moreFieldWords.ts'

const judgeMore = makeFieldJudge((words) => MORE_SENSITIVE_WORDS.test(words))

/** The same in more languages: too many words for a page, so it is asked at the background's choke point. */
export const isSensitiveFieldFully = (field: Field): boolean =>
  isSensitiveField(field) ||
  judgeMore(field) ||
  (!/^(?:checkbox|radio|search|submit|button|reset|image|range|color)$/i.test(field.type) &&
    MORE_SENSITIVE_SCRIPTS.test(`${field.name} ${field.id} ${field.label}`.slice(0, 400).toLowerCase()))
