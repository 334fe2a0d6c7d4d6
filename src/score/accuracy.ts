/** A share with its 95 % interval. All values lie in [0, 1]; null where nothing was counted. */
export interface Share {
  hits: number
  n: number
  value: number | null
  low: number | null
  high: number | null
}

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.96

/**
 * Share of hits with Wilson's score interval at 95 %.
 *
 * Wilson 1927, "Probable inference, the law of succession, and statistical inference", JASA 22:209–212. It treats steps
 * as independent, which is right for the running figure of one participant; over several participants use
 * `clusterBootstrap`.
 *
 * @throws RangeError where the counts are no counts.
 */
export function accuracy(hits: number, n: number): Share {
  if (!(Number.isInteger(hits) && Number.isInteger(n) && hits >= 0 && hits <= n))
    throw new RangeError(`accuracy needs whole numbers with 0 ≤ hits ≤ n, got ${hits} of ${n}`)
  if (n === 0) return { hits, n, value: null, low: null, high: null }
  const value = hits / n
  const spread = Z * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2))
  const middle = value + Z ** 2 / (2 * n)
  const scale = 1 + Z ** 2 / n
  return {
    hits,
    n,
    value,
    low: hits === 0 ? 0 : (middle - spread) / scale,
    high: hits === n ? 1 : (middle + spread) / scale,
  }
}
