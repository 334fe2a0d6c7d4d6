import type { Store } from './store/port.ts'

/**
 * Everything stored of a participant, as JSON lines: first `{"kind":"consent","data":…}` for each consent, then
 * `{"kind":"batch","data":…}` for each batch received, then every item as it was sent last, in the order of `seq`, with `redacted_at` where it was redacted.
 */
export async function* myDataLines(store: Store, participantId: string): AsyncIterable<Uint8Array> {
  for (const data of await store.consents(participantId)) yield line({ kind: 'consent', data })
  for await (const data of store.batches(participantId)) yield line({ kind: 'batch', data })
  for await (const item of store.items(participantId)) yield line(item)
}

const encoder = new TextEncoder()

/** One record as a line of JSON. */
export const line = (record: unknown) => encoder.encode(`${JSON.stringify(record)}\n`)
