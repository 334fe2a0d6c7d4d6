import { hashBytes } from './hashBytes.ts'

/** Features are numbers below 2^16. */
export const FEATURE_BITS = 16

/** All the ranker has learned. */
export interface RankerState {
  /** Steps learned from; 0 means published base rates alone. */
  learnedFrom: number
  /** One weight per feature. */
  weights: Float32Array
  /** Sum of squared gradients per feature (AdaGrad). */
  squares: Float32Array
}

/** A ranker that has learned nothing. */
export function emptyRanker(): RankerState {
  return {
    learnedFrom: 0,
    weights: new Float32Array(2 ** FEATURE_BITS),
    squares: new Float32Array(2 ** FEATURE_BITS),
  }
}

const MAGIC = 0x53545231 // "STR1": raise the digit when features change their meaning.
const HEADER = 16
const ENTRY = 12

/**
 * The state as bytes, little-endian: "STR1", FNV-1a checksum of the rest, `learnedFrom`, number of entries, and per
 * feature that has ever learned its number, weight and sum of squares.
 */
export function saveRanker({ learnedFrom, weights, squares }: RankerState): Uint8Array<ArrayBuffer> {
  const used: number[] = []
  squares.forEach((square, feature) => {
    if (square !== 0) used.push(feature)
  })
  const view = new DataView(new ArrayBuffer(HEADER + used.length * ENTRY))
  view.setUint32(0, MAGIC)
  view.setUint32(8, learnedFrom, true)
  view.setUint32(12, used.length, true)
  used.forEach((feature, index) => {
    const at = HEADER + index * ENTRY
    view.setUint32(at, feature, true)
    view.setFloat32(at + 4, weights[feature] as number, true)
    view.setFloat32(at + 8, squares[feature] as number, true)
  })
  const bytes = new Uint8Array(view.buffer)
  view.setUint32(4, hashBytes(bytes.subarray(8)), true)
  return bytes
}

/**
 * The state back from `saveRanker`.
 *
 * @throws Error where the bytes are of another version or damaged: start from `emptyRanker()` and say so.
 */
export function loadRanker(bytes: Uint8Array): RankerState {
  const broken = (why: string): Error =>
    new Error(`The saved ranker ${why}. Delete it: the ranker then starts anew from published base rates.`)
  if (bytes.length < HEADER) throw broken('is cut short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== MAGIC) throw broken('is of another version')
  const entries = view.getUint32(12, true)
  if (bytes.length !== HEADER + entries * ENTRY) throw broken('is cut short')
  if (view.getUint32(4, true) !== hashBytes(bytes.subarray(8))) throw broken('is damaged')
  const state = emptyRanker()
  state.learnedFrom = view.getUint32(8, true)
  for (let at = HEADER; at < bytes.length; at += ENTRY) {
    const feature = view.getUint32(at, true)
    state.weights[feature] = view.getFloat32(at + 4, true)
    state.squares[feature] = view.getFloat32(at + 8, true)
  }
  return state
}
