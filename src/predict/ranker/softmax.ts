import type { FeatureRows } from './featurize.ts'

/**
 * Probabilities of a conditional logit (McFadden 1974): softmax over `log prior + Σ weights`, each candidate's features
 * scaled to unit length. With all weights 0 it is the prior itself. Sums to 1.
 */
export function softmax(
  prior: readonly number[],
  { offsets, features }: FeatureRows,
  weights: Float32Array,
): Float64Array {
  const scores = new Float64Array(prior.length)
  let highest = Number.NEGATIVE_INFINITY
  for (let row = 0; row < scores.length; row++) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number]
    let sum = 0
    for (let at = start; at < end; at++) sum += weights[features[at] as number] as number
    const score = Math.log(prior[row] as number) + sum / Math.sqrt(end - start)
    scores[row] = score
    if (score > highest) highest = score
  }
  let total = 0
  for (let row = 0; row < scores.length; row++) total += scores[row] = Math.exp((scores[row] as number) - highest)
  for (let row = 0; row < scores.length; row++) scores[row] = (scores[row] as number) / total
  return scores
}
