import { memo } from '../text/memo.ts'
import { makePhoneRule, phoneCountries } from './makePhoneRule.ts'
import { makeSpanFinder } from './makeSpanFinder.ts'
import { makeTextScrubber } from './makeTextScrubber.ts'
import { makeUrlScrubber } from './makeUrlScrubber.ts'
import { rules } from './rules.ts'
import { type ContextScrubbers, scrubContext } from './scrubContext.ts'
import { scrubName } from './scrubName.ts'
import { scrubTogether } from './scrubTogether.ts'

/** One scrubber for each kind of string in the data. */
export interface Scrubbers {
  text(text: string): string
  url(url: string): string
  name(name: string): string
  context(context: string): string
  /** Texts of one page, in its order. */
  together(texts: readonly string[]): string[]
}

/** Names and addresses whose scrubbing is remembered: a page says them in each of its contexts. */
const MOST = 20_000

const findInNames = makeSpanFinder(rules)
const finders = new Map<string, ContextScrubbers['findSpans']>()

/** The rules and the telephone library for the country of a shop's address; compiled once for each country. */
function finderFor(url: string): ContextScrubbers['findSpans'] {
  const countries = phoneCountries(url)
  const key = countries.join()
  const finder = finders.get(key) ?? makeSpanFinder([...rules, makePhoneRule(countries)])
  finders.set(key, finder)
  return finder
}

/**
 * Makes the scrubbers of the full engine for things seen at `url`.
 *
 * Names are scrubbed alike at every address, so that an element has one name in every context and action.
 */
export function makeScrubbers(url: string, scrubWords: (text: string) => string): Scrubbers {
  const findSpans = finderFor(url)
  const text = makeTextScrubber(findSpans, scrubWords)
  const nameText = makeTextScrubber(findInNames, scrubWords)
  const name = memo((value) => scrubName(value, nameText), MOST)
  const scrubUrl = memo(makeUrlScrubber(text, scrubWords), MOST)
  return {
    text,
    url: scrubUrl,
    name,
    context: (context) => scrubContext(context, { findSpans, scrubWords, scrubName: name, scrubUrl }),
    together(texts) {
      const pieces = texts.map((each) => ({ text: each }))
      scrubTogether(pieces, { findSpans, scrubWords })
      return pieces.map((piece) => piece.text)
    },
  }
}
