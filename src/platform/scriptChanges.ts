/** A content script as it is registered. */
export interface Script {
  id: string
  matches: string[]
  /** Whether frames without an address of their own count as the page that wrote them: possible for whole hosts only. */
  matchOriginAsFallback: boolean
}

const isSame = (one: Script, other: Script): boolean =>
  one.id === other.id && new Set(one.matches).symmetricDifference(new Set(other.matches)).size === 0

/** What to do so that `wanted` is registered: by the set of patterns, whose order browsers make their own. */
export function scriptChanges(
  known: Script[],
  wanted: Script[],
): { changed: Script[]; added: Script[]; gone: string[] } {
  const isKnown = ({ id }: Script): boolean => known.some((script) => script.id === id)
  return {
    changed: wanted.filter((script) => isKnown(script) && !known.some((one) => isSame(one, script))),
    added: wanted.filter((script) => !isKnown(script)),
    gone: known.filter(({ id }) => !wanted.some((script) => script.id === id)).map(({ id }) => id),
  }
}
