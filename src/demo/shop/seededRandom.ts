/** Repeatable randomness: the same seed gives the same sequence on every machine. */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of `list`, which must not be empty. */
  pick<T>(list: readonly T[]): T
  /** `count` different ones of `list` (fewer where it is shorter), in the list's own order. */
  sample<T>(list: readonly T[], count: number): T[]
}

/** 32-bit FNV-1a hash, to make a seed out of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193)
  return hash >>> 0
}

/** Tommy Ettinger's mulberry32, seeded with a number or the hash of a text. */
export function seededRandom(seed: number | string): SeededRandom {
  let state = (typeof seed === 'number' ? seed : hashText(seed)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new Error('seededRandom: cannot pick from an empty list.')
      return list[between(0, list.length - 1)] as T
    },
    sample: <T>(list: readonly T[], count: number) => {
      const rest = list.map((_, index) => index)
      while (rest.length > count) rest.splice(between(0, rest.length - 1), 1)
      return rest.map((index) => list[index] as T)
    },
  }
}
