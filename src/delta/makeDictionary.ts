import type { Edit } from '../../schemas/index.ts'
import { lastAtOrBefore } from './lastAtOrBefore.ts'

/** Shortest piece that is taken from a base: a shorter one costs more than its text, which is gzipped anyway. */
const LEAST = 32
/** The same for a text of the same upload, where gzip finds the shorter ones by itself, for less. */
const LEAST_HERE = 100
/** Places looked at for one piece. */
const DEPTH = 16
const FACTOR = 31
/** Bits of a stretch's key. Two stretches may share one: what stands there is always compared. */
const KEY_BITS = 18

/** A context as edits, and which of the dictionary's texts they take from, in the dictionary's order. */
export interface Edited {
  bases: number[]
  edits: Edit[]
}

/** A text taken from the dictionary: `length` units from `from` on, counted over all its texts. */
export interface Piece {
  from: number
  length: number
}

/** Texts that later ones can be written as edits of. */
export interface Dictionary {
  /** Adds a text as the next base. `isHere`: it is in the same upload; so are all that are added after it. */
  add(text: string, isHere?: boolean): void
  /** The text in pieces: new, or taken from what was added before. */
  pieces(text: string): (string | Piece)[]
  /** The text as edits of what was added before. */
  edit(text: string): Edited
}

/**
 * Finds repetitions as xdelta does: each base is indexed by the hash of every stretch of 32 units, newest first, and the
 * longest of a few places is taken. Linear in the lengths of the texts, whatever they are.
 */
export function makeDictionary(): Dictionary {
  /** UTF-16 units of all bases; the first `size` count. */
  let all = new Uint16Array(1 << 16)
  let size = 0
  /** From here on all is in the same upload. */
  let here = Number.POSITIVE_INFINITY
  const starts: number[] = []
  /** By key, the newest place; by place, the next older one with its key. */
  const heads = new Int32Array(1 << KEY_BITS).fill(-1)
  let older = new Int32Array(all.length)

  function makeRoom(needed: number): void {
    if (needed <= all.length) return
    const capacity = 2 ** Math.ceil(Math.log2(needed))
    const [units, places] = [all, older]
    all = new Uint16Array(capacity)
    all.set(units)
    older = new Int32Array(capacity)
    older.set(places)
  }

  /** The best piece for what stands at `at`, taking back from the text since `since`; null where there is none. */
  function find(text: string, at: number, since: number, key: number, end: number): (Piece & { back: number }) | null {
    let best: (Piece & { back: number }) | null = null
    const consider = (place: number): void => {
      let ahead = 0
      while (at + ahead < text.length && place + ahead < size && text.charCodeAt(at + ahead) === all[place + ahead]) {
        ahead++
      }
      if (ahead < LEAST) return
      let back = 0
      while (at - back > since && place - back > 0 && text.charCodeAt(at - back - 1) === all[place - back - 1]) {
        back++
      }
      if (place >= here && ahead + back < LEAST_HERE) return
      if (!best || ahead + back > best.length) best = { from: place - back, length: ahead + back, back }
    }
    // First where the last piece ended, with as much left out or replaced as here: pages keep their order.
    consider(end + at - since)
    consider(end)
    let place = heads[key] ?? -1
    for (let seen = 0; place >= 0 && seen < DEPTH; seen++) {
      consider(place)
      place = older[place] ?? -1
    }
    return best
  }

  function pieces(text: string): (string | Piece)[] {
    const found: (string | Piece)[] = []
    const key = rollingKey(text)
    let since = 0
    let end = 0
    let at = 0
    while (at + LEAST <= text.length) {
      const piece = find(text, at, since, key(at), end)
      if (!piece) {
        at++
        continue
      }
      const { from, length, back } = piece
      if (at - back > since) found.push(text.slice(since, at - back))
      found.push({ from, length })
      at += length - back
      since = at
      end = from + length
    }
    if (since < text.length) found.push(text.slice(since))
    return found
  }

  return {
    add(text, isHere = false) {
      if (isHere) here = Math.min(here, size)
      makeRoom(size + text.length)
      starts.push(size)
      const key = rollingKey(text)
      for (let at = 0; at < text.length; at++) {
        all[size + at] = text.charCodeAt(at)
        if (at + LEAST > text.length) continue
        const k = key(at)
        older[size + at] = heads[k] as number
        heads[k] = size + at
      }
      size += text.length
    },
    pieces,
    edit: (text) => relative(pieces(text), starts, size),
  }
}

/** Keys of the stretches of a text, asked for at growing places, each made from the one before. */
function rollingKey(text: string): (at: number) => number {
  const unit = (at: number): number => text.charCodeAt(at)
  let highest = 1
  for (let n = 1; n < LEAST; n++) highest = Math.imul(highest, FACTOR)
  let hash = 0
  let last = Number.NEGATIVE_INFINITY
  return (at) => {
    if (at === last + 1) {
      hash = (Math.imul(hash - Math.imul(unit(last), highest), FACTOR) + unit(at + LEAST - 1)) | 0
    } else {
      hash = 0
      for (let n = 0; n < LEAST; n++) hash = (Math.imul(hash, FACTOR) + unit(at + n)) | 0
    }
    last = at
    return Math.imul(hash, 0x9e3779b1) >>> (32 - KEY_BITS)
  }
}

/** Leaves out the bases that nothing is taken from, and counts each piece from the end of the one before. */
function relative(found: readonly (string | Piece)[], starts: readonly number[], total: number): Edited {
  const endOf = (base: number): number => starts[base + 1] ?? total
  const used = new Set<number>()
  for (const piece of found) {
    if (typeof piece === 'string') continue
    for (let base = lastAtOrBefore(starts, piece.from); base < starts.length; base++) {
      if ((starts[base] as number) >= piece.from + piece.length) break
      used.add(base)
    }
  }
  const bases = [...used].sort((a, b) => a - b)
  const moved = new Map<number, number>()
  let length = 0
  for (const base of bases) {
    moved.set(base, length)
    length += endOf(base) - (starts[base] as number)
  }
  let end = 0
  const edits = found.map((piece): Edit => {
    if (typeof piece === 'string') return piece
    // The text that it lies in; of those that begin there the last is not empty.
    const base = lastAtOrBefore(starts, piece.from)
    const from = (moved.get(base) as number) + piece.from - (starts[base] as number)
    const skip = from - end
    end = from + piece.length
    return [skip, piece.length]
  })
  return { bases, edits }
}
