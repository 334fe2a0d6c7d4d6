import type { TextPart } from './model.ts'
import type { Placed, Region } from './region.ts'

type Content = TextPart | Placed | Region

/** All that an entry says and leads to, the state of its controls aside. */
function keyOf({ role, words, place, parts }: Region): string {
  const said = parts.map((part) => {
    if (part.kind === 'text') return part.text
    if (part.kind === 'region') return keyOf(part)
    const { leaf, control } = part
    return `${leaf}\t${control.tag}\t${control.label}\t${control.text}\t${control.to}\t${control.file}`
  })
  return [role, words, place, ...said].join('\n')
}

/** Both hold the same controls in the same order: whoever presses one of the copy's presses the entry's. */
function join(entry: Region, copy: Region): void {
  for (const [index, part] of entry.parts.entries()) {
    const other = copy.parts[index]
    if (part.kind === 'region' && other?.kind === 'region') join(part, other)
    if (part.kind === 'placed' && other?.kind === 'placed') part.same.push(other.control, ...other.same)
  }
}

/** A carousel that goes round shows copies of its entries at both ends: each is one with the entry that it copies. */
export function joinCopies(parts: Content[]): Content[] {
  const known = new Map<string, Region>()
  return parts.filter((part) => {
    if (part.kind !== 'region' || part.role !== 'product' || !part.place) return true
    const key = keyOf(part)
    const entry = known.get(key)
    if (entry) join(entry, part)
    else known.set(key, part)
    return !entry
  })
}
