/**
 * Random numbers in [0, 1) that a seed determines, the same on every machine.
 *
 * xoshiro128** (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators", ACM TOMS 47:36), its state
 * filled by a 32-bit finalizer (MurmurHash3's) over successive multiples of the golden ratio.
 */
export function seededRandom(seed: number): () => number {
  const state = new Uint32Array(4)
  for (let i = 0; i < 4; i++) {
    let word = (seed + Math.imul(i + 1, 0x9e3779b9)) >>> 0
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    state[i] = word ^ (word >>> 16)
  }
  const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits))
  return () => {
    let [s0, s1, s2, s3] = state as unknown as [number, number, number, number]
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    state[0] = s0
    state[1] = s1
    state[2] = s2
    state[3] = rotate(s3, 11)
    return result / 2 ** 32
  }
}
