import type { RedactionRow, RedactionWork, WriteTransaction } from './schema.ts'

/** Entries of one row, at most: what fits into one request. */
const MOST = 500

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST) }, (_, n) => all.slice(n * MOST, (n + 1) * MOST))

function inParts(work: RedactionWork): RedactionWork[] {
  switch (work.what) {
    case 'delete': {
      const [first = [], ...more] = chunks(work.deleted)
      const nothing = { what: 'delete' as const, up_to_seq: 0, session_ids: [] }
      return [{ ...work, deleted: first }, ...more.map((deleted) => ({ ...nothing, deleted }))]
    }
    case 'replace':
      return chunks(work.replaced).map((replaced) => ({ what: 'replace', replaced }))
    case 'sweep':
      return [work]
  }
}

/** Notes work for the collector, after all that is noted already. */
export async function askRedaction(transaction: WriteTransaction, work: RedactionWork): Promise<void> {
  const redactions = transaction.objectStore('redactions')
  for (const part of inParts(work)) {
    // `number` is the key the store itself gives.
    await redactions.add({ ...part, attempts: 0, next_at: 0, error: null } as unknown as RedactionRow)
  }
}
