/** Least probability that is charged, so that one impossible step does not make the mean infinite. */
const FLOOR = 1e-6

/** Logarithmic loss in nats of the probability given to what happened (Good 1952), floored at 10⁻⁶: at most 13.8. */
export function logLoss(probability: number): number {
  return -Math.log(Math.max(FLOOR, Math.min(1, probability)))
}
