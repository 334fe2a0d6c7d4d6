import { SENSITIVE_SCRIPTS, SENSITIVE_WORDS } from './fieldWords.ts'
import { makeFieldJudge } from './makeFieldJudge.ts'

/**
 * True where a field's value must never be read: secrets, payment, the person, places, contact, messages; in the
 * languages most often met. `isSensitiveFieldFully` knows more of them.
 */
export const isSensitiveField = makeFieldJudge((words) => SENSITIVE_WORDS.test(words) || SENSITIVE_SCRIPTS.test(words))
