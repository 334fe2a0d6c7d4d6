import { nextSiblingOf, nodeTypeOf, outerOf, tagOf } from './dom.ts'

/** Readings kept by element, as far as forgetting them goes. */
interface Kept {
  has(element: Element): boolean
  delete(element: Element): boolean
}

/** Attributes whose change can show or hide what is inside, or behind, the element. */
const RESTYLING = new Set([
  'class',
  'style',
  'hidden',
  'open',
  'id',
  'inert',
  'aria-hidden',
  'aria-expanded',
  'aria-selected',
])

/** Forgets what was read inside of `element`, itself included. */
export function forgetWithin(element: Element, kept: Kept): void {
  kept.delete(element)
  const walker = (element.ownerDocument as Document).createTreeWalker(element, 1)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) kept.delete(node as Element)
}

/** Forgets what was read around `node`; stops at what `done` already holds. */
export function forgetAround(node: Node, kept: Kept, done: Set<Node>): void {
  for (
    let at: Element | null = nodeTypeOf(node) === 1 ? (node as Element) : outerOf(node);
    at && !done.has(at);
    at = outerOf(at)
  ) {
    done.add(at)
    kept.delete(at)
  }
}

/**
 * Forgets every reading that the recorded mutations may have made wrong.
 *
 * Returns false where that is everything, because the page as a whole was restyled.
 */
export function forgetMutated(records: MutationRecord[], kept: Kept): boolean {
  const done = new Set<Node>()
  for (const record of records) {
    const { target, type } = record
    const inShadow = nodeTypeOf(target) === 11
    if (type === 'attributes' && RESTYLING.has(record.attributeName ?? '')) {
      const tag = tagOf(target as Element)
      if (tag === 'html' || tag === 'body') return false
      forgetWithin(target as Element, kept)
      // `.open ~ .panel`: a style sheet may look at what comes before.
      for (let next = nextSiblingOf(target); next; next = nextSiblingOf(next)) {
        if (nodeTypeOf(next) === 1) forgetWithin(next as Element, kept)
      }
    } else if (type === 'childList') {
      const tag = inShadow || nodeTypeOf(target) !== 1 ? '' : tagOf(target as Element)
      if (tag === 'head' || tag === 'style') return false
      for (const node of record.addedNodes) {
        if (nodeTypeOf(node) === 1 && kept.has(node as Element)) forgetWithin(node as Element, kept)
      }
    }
    forgetAround(inShadow ? (target as ShadowRoot).host : target, kept, done)
  }
  return true
}
