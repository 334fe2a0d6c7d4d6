import { pageRules } from './pageRules.ts'

/** What every one of these rules needs: an at sign, or six digits. */
const MAY_HOLD = /@|\d(?:\D*\d){5}/

/**
 * Scrubs a text with the rules of the page alone: each replaces what it finds, again and again until nothing is found.
 *
 * Letters and digits in disguise are left to the background, which folds a text before it looks.
 */
export function scrubPageText(text: string): string {
  if (!MAY_HOLD.test(text)) return text
  let scrubbed = text
  for (const { id, pattern, accept } of pageRules) {
    scrubbed = scrubbed.replace(pattern, (value: string, start: number, whole: string) => {
      const accepted = accept ? accept(value, whole, start) : true
      return accepted === true ? `[${id}]` : accepted ? `[${id}]${value.slice(accepted)}` : value
    })
  }
  return scrubbed === text ? text : scrubPageText(scrubbed)
}
