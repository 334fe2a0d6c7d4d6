import type { CandidateAction } from '../listCandidates.ts'
import { hashText, mix } from './hash.ts'
import { namePattern } from './namePattern.ts'
import type { Recall } from './recall.ts'
import { words } from './words.ts'

/** Hashed binary features of all candidates, one row each: row `i` is `features[offsets[i]] … features[offsets[i + 1]]`. */
export interface FeatureRows {
  offsets: Uint32Array
  features: Uint32Array
}

/** 0, 1, 2, 3, then powers of two: counts as a person would group them. */
const bucket = (count: number): number => (count < 4 ? count : 2 + Math.floor(Math.log2(count)))

function overlap(own: readonly string[], others: ReadonlySet<string>): number {
  let shared = 0
  for (const word of own) if (others.has(word)) shared++
  return bucket(shared)
}

/** Words of one element that are looked at; the rest of a long review says little. */
const WORD_LIMIT = 12

/**
 * What distinguishes the candidates of one page from one another, as hashed indicator features (Weinberger et al. 2009,
 * "Feature hashing for large scale multitask learning", ICML).
 *
 * `bits`: features are numbers below 2^bits. Features that all candidates share would cancel out in a softmax, so
 * everything about the page or the session is crossed with something of the candidate.
 */
export function featurize(candidates: readonly CandidateAction[], memory: Recall, bits: number): FeatureRows {
  const offsets = new Uint32Array(candidates.length + 1)
  const features: number[] = []
  const shift = 32 - bits
  const seenOfPattern = new Map<string, number>()
  const put = (template: number, value: number): void => {
    features.push(mix(template, value) >>> shift)
  }
  const session = mix(bucket(memory.steps), memory.bought ? 1 : 2)
  const reached = hashText(memory.reached)

  candidates.forEach(({ action, element, kind, key }, row) => {
    const kindHash = hashText(kind)
    put(1, kindHash)
    put(2, mix(kindHash, memory.pageType))
    put(3, mix(kindHash, memory.lastKind))
    put(4, mix(kindHash, session))
    put(5, mix(mix(kindHash, memory.lastKind), memory.pageType))
    put(6, mix(kindHash, reached))
    put(7, mix(kindHash, memory.last))
    if (element && action.type !== 'terminate') {
      const { pattern, leaf, region, group } = namePattern(action.name)
      const patternHash = hashText(`${action.type} ${pattern}`)
      const ordinal = seenOfPattern.get(pattern) ?? 0
      const times = bucket(memory.taken.get(key) ?? 0)
      const before = memory.samePage ? 1 : memory.namesBefore ? (memory.namesBefore.has(action.name) ? 2 : 3) : 4
      const own = words(`${action.name} ${element.text}`, WORD_LIMIT)
      const sameGroup = memory.lastPattern !== null && memory.lastPattern.group === group ? 1 : 2
      if (action.type === 'click') seenOfPattern.set(pattern, ordinal + 1)
      put(10, hashText(key))
      put(11, patternHash)
      put(12, hashText(leaf))
      put(13, hashText(region))
      put(14, mix(hashText(element.tag), hashText(element.attributes.type ?? '')))
      put(15, mix(patternHash, memory.pageType))
      put(16, mix(patternHash, memory.last))
      put(17, mix(mix(patternHash, memory.last), memory.secondLast))
      put(18, mix(patternHash, memory.samePage ? 1 : 2))
      put(19, bucket(element.index))
      put(20, mix(patternHash, bucket(ordinal)))
      put(21, mix(mix(patternHash, bucket(ordinal)), mix(memory.last, sameGroup)))
      put(22, times)
      put(23, mix(patternHash, times))
      put(24, mix(kindHash, before))
      put(25, mix(kindHash, sameGroup))
      put(26, mix(patternHash, key === memory.lastKey ? 1 : 2))
      put(27, mix(kindHash, overlap(own, memory.queryWords)))
      put(28, mix(kindHash, overlap(own, memory.lastWords)))
      put(29, mix(patternHash, 'checked' in element.attributes || 'selected' in element.attributes ? 1 : 2))
      put(30, mix(patternHash, session))
      for (const word of own) put(31, hashText(word))
    } else {
      put(40, mix(memory.last, memory.secondLast))
      put(41, bucket(memory.steps))
      put(42, mix(memory.last, memory.pageType))
      put(43, mix(memory.pageType, session))
    }
    offsets[row + 1] = features.length
  })
  return { offsets, features: Uint32Array.from(features) }
}
