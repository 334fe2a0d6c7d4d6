import type { ContextElement } from '../../schemas/index.ts'

/** What a candidate is: a click, or text typed into a field and submitted, on an element of the page by number. */
type Short = [element: number, probability: unknown] | [element: number, probability: unknown, text: unknown]

/** Candidates of a prediction, those on elements of its page as short lists; all else as it is. */
export function shortCandidates(
  candidates: readonly unknown[],
  byName: ReadonlyMap<string, ContextElement>,
): unknown[] {
  return candidates.map((one) => {
    const { action, probability } = one as { action: Record<string, unknown>; probability: unknown }
    const element = byName.get(String(action.name))
    if (!element) return one
    const short: Short =
      action.type === 'click' ? [element.index, probability] : [element.index, probability, action.text]
    return short
  })
}

/** What `shortCandidates` made short. Throws a `TypeError` where there is no such element. */
export function longCandidates(candidates: readonly unknown[], elements: readonly ContextElement[]): unknown[] {
  return candidates.map((one) => {
    if (!Array.isArray(one)) return one
    const [number, probability, text] = one as Short
    const name = elements[number]?.name
    if (name === undefined) throw new TypeError('no such element')
    const action = one.length === 2 ? { type: 'click', name } : { type: 'type_and_submit', name, text }
    return { action, probability }
  })
}
