import type { Store } from './store/port.ts'

/**
 * Everything stored of a participant, as JSON lines: first `{"kind":"consent","data":…}` for each consent, then
 * `{"kind":"batch","data":…}` for each batch received, then every item as it was sent, in the order of `seq`.
 */
export async function* myDataLines(store: Store, participantId: string): AsyncIterable<Uint8Array> {
  for (const data of await store.consents(participantId)) yield line({ kind: 'consent', data })
  for await (const data of store.batches(participantId)) yield line({ kind: 'batch', data })
  for await (const item of store.items(participantId)) yield line(item)
}

const encoder = new TextEncoder()

const line = (record: unknown) => encoder.encode(`${JSON.stringify(record)}\n`)
