/** 32 bits of any text (FNV-1a) in base 36, at least four digits: equal where the texts are, without what they say. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36).padStart(4, '0')
}
