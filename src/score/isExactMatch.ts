import type { PredictedAction } from '../../schemas/index.ts'
import { normalizeText } from './normalizeText.ts'

/**
 * True where a predicted action is the actual one: same type, same element name and, for `type_and_submit`,
 * the same text after `normalizeText`.
 *
 * Exact match as in Lu et al. 2025 (arXiv 2503.20749) and OPeRA (arXiv 2506.05606): every field of the action must
 * agree. Names are compared as written: they are unique on a page.
 */
export function isExactMatch(predicted: PredictedAction, actual: PredictedAction): boolean {
  if (predicted.type === 'terminate' || actual.type === 'terminate') return predicted.type === actual.type
  if (predicted.type !== actual.type || predicted.name !== actual.name) return false
  if (predicted.type === 'click' || actual.type === 'click') return true
  return normalizeText(predicted.text) === normalizeText(actual.text)
}
