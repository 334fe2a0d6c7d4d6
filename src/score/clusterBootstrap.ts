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

function interval(value: number | null, resampled: (number | null)[], clusters: number): Estimate {
  const none = { value, low: null, high: null }
  if (value === null) return { ...none, note: 'nothing to measure' }
  if (clusters < 2) return { ...none, note: 'no interval: needs at least 2 participants, there is 1' }
  const values = resampled.filter((value) => value !== null).sort((a, b) => a - b)
  if (values.length < resampled.length / 2) return { ...none, note: 'no interval: undefined in most resamples' }
  return { value, low: quantile(values, 0.025), high: quantile(values, 0.975), note: null }
}

/**
 * The values of some statistics and their 95 % percentile intervals from a bootstrap that draws whole participants.
 *
 * `clusters` holds one summary per participant; `statistics` computes the figures from any list of such summaries (null
 * where one is undefined), all from the same resamples. Steps of one person are not independent, so whole persons are
 * drawn with replacement: the cluster bootstrap (Field and Welsh 2007, "Bootstrapping clustered data", JRSS B
 * 69:369–390; percentile interval after Efron and Tibshirani 1993, "An Introduction to the Bootstrap", ch. 13). With few
 * participants such intervals are too narrow (Cameron, Gelbach and Miller 2008, REStat 90:414–427): report how many
 * there were beside it.
 *
 * With fewer than two participants there is no interval, and `note` says so.
 */
export function clusterBootstrap<Cluster, Name extends string>(
  clusters: readonly Cluster[],
  statistics: (sample: readonly Cluster[]) => Record<Name, number | null>,
  { seed, resamples = 1000 }: BootstrapOptions,
): Record<Name, Estimate> {
  const random = seededRandom(seed)
  const draw = () => clusters.map(() => clusters[Math.floor(random() * clusters.length)] as Cluster)
  const drawn = clusters.length < 2 ? [] : Array.from({ length: resamples }, () => statistics(draw()))
  const values = Object.entries(statistics(clusters)) as [Name, number | null][]
  const estimates = values.map(([name, value]) => [
    name,
    interval(
      value,
      drawn.map((figures) => figures[name]),
      clusters.length,
    ),
  ])
  return Object.fromEntries(estimates) as Record<Name, Estimate>
}
