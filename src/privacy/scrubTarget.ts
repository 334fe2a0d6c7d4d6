import type { ActionTarget } from '../../schemas/index.ts'
import { makeScrubbers } from './makeScrubbers.ts'

/** Longest text of a target that is kept, UTF-16 units. */
const LONGEST = 80

/** Scrubs what an action was aimed at with the full engine, before a name is made of it; shortened after that alone. */
export function scrubTarget(target: ActionTarget, url: string, scrubWords: (text: string) => string): ActionTarget {
  const { text } = makeScrubbers(url, scrubWords)
  return { ...target, text: text(text(target.text).slice(0, LONGEST)) }
}
