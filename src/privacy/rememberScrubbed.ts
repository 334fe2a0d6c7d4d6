import { memo } from '../text/memo.ts'
import { phoneCountries } from './makePhoneRule.ts'
import { makeScrubbers, type Scrubbers } from './makeScrubbers.ts'
import { rememberFixed } from './rememberFixed.ts'

/** Scrubs what a page says, as `makeScrubbers` does, and remembers what became of it: a page says nearly the same at every look. */
export interface RememberedScrubbers extends Pick<Scrubbers, 'text' | 'url' | 'name' | 'context'> {
  /** A text by itself, as short as what code calls something. */
  code(text: string): string
  /** Runs of texts in the order of the page; within a run a text may tell what the next one holds. */
  runs(runs: readonly (readonly string[])[]): (readonly string[])[]
}

/** Stands between two runs: no rule looks across it. */
const PAUSE = '—'
const MOST = 20_000

const known = new WeakMap<(text: string) => string, Map<string, RememberedScrubbers>>()

function make(url: string, scrubWords: (text: string) => string): RememberedScrubbers {
  const scrub = makeScrubbers(url, scrubWords)
  const scrubbed = new Map<string, readonly string[]>()
  return {
    ...scrub,
    code: memo(scrub.text, MOST),
    context: rememberFixed(scrub.context),
    runs(runs) {
      if (scrubbed.size > MOST) scrubbed.clear()
      const keys = runs.map((run) => JSON.stringify(run))
      const fresh = new Map<string, readonly string[]>()
      for (const [index, key] of keys.entries()) if (!scrubbed.has(key)) fresh.set(key, runs[index] ?? [])
      // All that is new at once: one pass of each rule over one text.
      const texts = scrub.together([...fresh.values()].flatMap((run) => [...run, PAUSE]))
      let at = 0
      for (const [key, { length }] of fresh) {
        scrubbed.set(key, texts.slice(at, at + length))
        at += length + 1
      }
      return keys.map((key) => scrubbed.get(key) ?? [])
    },
  }
}

/**
 * The scrubbers for things seen at `url`, the same ones as long as the words and the country are the same.
 *
 * What they remember is in memory alone, and gone with the words that it was scrubbed with.
 */
export function rememberScrubbed(url: string, scrubWords: (text: string) => string): RememberedScrubbers {
  const byCountry = known.get(scrubWords) ?? new Map<string, RememberedScrubbers>()
  known.set(scrubWords, byCountry)
  const key = phoneCountries(url).join()
  const scrubbers = byCountry.get(key) ?? make(url, scrubWords)
  byCountry.set(key, scrubbers)
  return scrubbers
}
