const CHUNK = 1024

/** How many UTF-16 units two texts have in common from their beginnings. */
export function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let at = 0
  while (at + CHUNK <= most && one.slice(at, at + CHUNK) === other.slice(at, at + CHUNK)) at += CHUNK
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++
  return at
}

/** The same from their ends, but for the first `start` of either. */
export function commonEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start
  const chunkOf = (text: string, at: number): string => text.slice(text.length - at - CHUNK, text.length - at)
  const codeAt = (text: string, at: number): number => text.charCodeAt(text.length - at - 1)
  let at = 0
  while (at + CHUNK <= most && chunkOf(one, at) === chunkOf(other, at)) at += CHUNK
  while (at < most && codeAt(one, at) === codeAt(other, at)) at++
  return at
}
