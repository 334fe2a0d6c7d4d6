import { hasWord } from '../text/letters.ts'
import { withoutBlanks } from '../text/withoutBlanks.ts'

/** True where a text holds words of its own, beside the blanks of what was scrubbed. */
export const saysWords = (text: string): boolean => hasWord(withoutBlanks(text))
