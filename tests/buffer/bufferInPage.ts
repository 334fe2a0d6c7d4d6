import { openDB } from 'idb'
import { migrations } from '../../src/buffer/migrations/migrations.ts'
import { openBuffer } from '../../src/buffer/openBuffer.ts'
import type { Rewriter } from '../../src/buffer/rewrite.ts'
import { makeScrubbers } from '../../src/privacy/makeScrubbers.ts'
import { makeWordScrubber } from '../../src/privacy/participantWords.ts'
import { scrubItem } from '../../src/privacy/scrubItem.ts'
import { createUploader } from '../../src/upload/createUploader.ts'
import { mayHoldWords } from '../../src/worker/mayHoldWords.ts'
import { click, draft, id, page, scroll } from './material.ts'

/** What a page or a worker under test is given as the global `shoptrace`. */
export const shoptrace = {
  openBuffer,
  openDB,
  migrations,
  createUploader,
  makeRewriter,
  click,
  draft,
  id,
  page,
  scroll,
}

/** What the worker makes of the participant's words. */
function makeRewriter(words: string[]): Rewriter {
  const scrub = makeWordScrubber(words)
  return { mayHold: mayHoldWords(words), item: (item) => scrubItem(item, scrub), url: makeScrubbers('', scrub).url }
}

Object.assign(globalThis, { shoptrace })
