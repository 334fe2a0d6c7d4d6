import { seededRandom } from './seededRandom.ts'

/** A statistic over all participants with its 95 % interval; `note` says why there is no interval. */
export interface Estimate {
  value: number | null
  low: number | null
  high: number | null
  note: string | null
}

export interface BootstrapOptions {
  /** Same seed, same interval. */
  seed: number
  /** Default 1,000. */
  resamples?: number
}

/** The value at share `q` of sorted numbers, linear between neighbours (Hyndman and Fan 1996, type 7). */
function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q
  const below = sorted[Math.floor(place)] as number
  const above = sorted[Math.ceil(place)] as number
  return below + (above - below) * (place - Math.floor(place))
}

/**
 * A statistic's value and its 95 % percentile interval from a bootstrap that draws whole participants.
 *
 * `clusters` holds one summary per participant, `statistic` computes the figure from any list of such summaries (null
 * where it is undefined). Steps of one person are not independent, so whole persons are drawn with replacement: the
 * cluster bootstrap (Field and Welsh 2007, "Bootstrapping clustered data", JRSS B 69:369–390; percentile interval after
 * Efron and Tibshirani 1993, "An Introduction to the Bootstrap", ch. 13). With few participants such intervals are too
 * narrow (Cameron, Gelbach and Miller 2008, REStat 90:414–427): report how many there were beside it.
 *
 * With fewer than two participants there is no interval, and `note` says so.
 */
export function clusterBootstrap<T>(
  clusters: readonly T[],
  statistic: (sample: readonly T[]) => number | null,
  { seed, resamples = 1000 }: BootstrapOptions,
): Estimate {
  const value = statistic(clusters)
  if (value === null) return { value, low: null, high: null, note: 'nothing to measure' }
  if (clusters.length < 2)
    return { value, low: null, high: null, note: 'no interval: needs at least 2 participants, there is 1' }
  const random = seededRandom(seed)
  const values: number[] = []
  for (let i = 0; i < resamples; i++) {
    const sample = clusters.map(() => clusters[Math.floor(random() * clusters.length)] as T)
    const resampled = statistic(sample)
    if (resampled !== null) values.push(resampled)
  }
  if (values.length < resamples / 2)
    return { value, low: null, high: null, note: 'no interval: undefined in most resamples' }
  values.sort((a, b) => a - b)
  return { value, low: quantile(values, 0.025), high: quantile(values, 0.975), note: null }
}
