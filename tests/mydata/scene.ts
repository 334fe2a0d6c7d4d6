import { openDB } from 'idb'
import type { CapturedObservation, Item } from '../../schemas/index.ts'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { makeWordScrubber } from '../../src/privacy/participantWords.ts'
import { scrubCaptured, scrubItem } from '../../src/privacy/scrubItem.ts'
import { createUploader } from '../../src/upload/createUploader.ts'
import { createRedactor } from '../../src/upload/redact.ts'
import { mayHoldWords } from '../../src/worker/mayHoldWords.ts'
import { freshBuffer } from '../buffer/material.ts'
import { startedApp } from '../collector/startedApp.ts'
import { testStudy, tokenOf, uuidOf } from '../collector/support.ts'

/** What happens to one request: it arrives, its answer is lost, or it is lost itself. */
export type Luck = 'arrives' | 'answer_lost' | 'lost'

/** A device and the real collector, with a network between them that does as told; participant 1 is enrolled. */
export async function deviceAndCollector() {
  const collector = await startedApp()
  await collector.enrol(1)
  const { buffer, clock, name } = await freshBuffer()
  let words: string[] = []
  let luck: () => Luck = () => 'arrives'
  /** Requests held back, to arrive when told. */
  const held: { url: string; init: RequestInit }[] = []
  let holdBack = false
  const sent: string[] = []

  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const happens = luck()
    if (init.body) sent.push(await unzipped(init))
    if (holdBack) {
      held.push({ url, init: { ...init, signal: null } })
      throw new TypeError('no answer')
    }
    if (happens === 'lost') throw new TypeError('no network')
    const answer = await collector.app.request(url, { ...init, signal: null })
    if (happens === 'answer_lost') throw new TypeError('no answer')
    return answer
  }
  const gate = (item: Item): Item => scrubItem(item, makeWordScrubber(words))
  const common = {
    buffer,
    endpoint: 'https://collector.example',
    token: tokenOf(1),
    study: testStudy,
    participant_id: uuidOf(1),
    fetch,
    now: () => clock.now,
    random: () => 0.5,
    scrubItem: gate,
  }
  const uploader = createUploader(common)
  const redactor = createRedactor({ ...common, mayHold: (value) => mayHoldWords(words)(value) })

  return {
    buffer,
    clock,
    collector,
    uploader,
    redactor,
    sent,
    setLuck: (next: () => Luck) => {
      luck = next
    },
    holdBack: (on: boolean) => {
      holdBack = on
    },
    /** Lets what was held back arrive, late. */
    async arriveLate() {
      for (const { url, init } of held.splice(0)) await collector.app.request(url, init)
    },
    /** As the worker scrubs what a page's recorder sends. */
    scrub: <T extends CapturedObservation>(captured: T): T => scrubCaptured(captured, makeWordScrubber(words)),
    scrubText: (text: string): string => makeWordScrubber(words)(text),
    async removeWord(word: string) {
      words = [...words, word]
      const scrub = makeWordScrubber(words)
      return buffer.rewrite(
        {
          mayHold: mayHoldWords(words),
          item: (item) => scrubItem(item, scrub),
          url: makeScrubbers('', scrub).url,
        },
        String(words.length),
      )
    },
    /** As the worker does: first what is to go, then what waits. */
    async sendAll() {
      await redactor.redactNow()
      await uploader.uploadNow()
    },
    /** The items that the collector has, without when they were redacted. */
    async collected(): Promise<Item[]> {
      const lines = await collector.myData(1)
      return lines
        .filter(({ kind }) => kind !== 'consent' && kind !== 'batch')
        .map(({ redacted_at: _, ...item }) => item as Item)
    },
    /** Everything in the database, as one text. */
    async everything(): Promise<string> {
      const database = await openDB(name)
      const stores = [...database.objectStoreNames]
      const all = await Promise.all(stores.map((store) => database.getAll(store)))
      database.close()
      return JSON.stringify(all)
    },
  }
}

async function unzipped(init: RequestInit): Promise<string> {
  const body = init.body as Uint8Array<ArrayBuffer> | string
  if (typeof body === 'string') return body
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).text()
}
