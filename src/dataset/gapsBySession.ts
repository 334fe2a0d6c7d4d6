import type { Gap, Item } from '../../schemas/index.ts'

/**
 * A participant's gap records by session: the one they name, or else that of their document's last action. Those that
 * belong to neither stand under null.
 */
export function gapsBySession(items: readonly Item[]): Map<string | null, Gap[]> {
  const sessionOfDocument = new Map<string, string>()
  for (const { kind, data } of items) {
    if (kind === 'action') sessionOfDocument.set(data.document_id, data.session_id)
  }
  const gaps = items.flatMap(({ kind, data }) => (kind === 'gap' ? [data] : []))
  return Map.groupBy(
    gaps,
    ({ session_id, document_id }) => session_id ?? sessionOfDocument.get(document_id ?? '') ?? null,
  )
}
