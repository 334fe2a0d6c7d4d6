import { makeScrubbers } from '../../../src/privacy/makeScrubbers.ts'
import { pagePrivacy } from '../../../src/privacy/pagePrivacy.ts'
import { demoTexts, type ShopTexts, savedTexts } from './readShopTexts.ts'

/** A text that scrubbing changes, and into what. */
export interface Changed {
  text: string
  scrubbed: string
}

const { text: full } = makeScrubbers('https://www.amazon.com/', (text) => text)

/** Those of `texts` that the engine changes, in the page or at the background's choke point. */
export const changedBy = (texts: readonly string[]): Changed[] =>
  texts.flatMap((text) => {
    const scrubbed = full(pagePrivacy.scrubText(text))
    return scrubbed === text ? [] : [{ text, scrubbed }]
  })

export interface KindMeasured {
  kind: keyof ShopTexts
  texts: number
  changed: Changed[]
}

/** How many texts of each kind come through unchanged, on the demonstration shop and on the saved pages of a folder. */
export function measureScrubber(folder: string): KindMeasured[] {
  const [demo, saved] = [demoTexts(), savedTexts(folder)]
  return (Object.keys(demo) as (keyof ShopTexts)[]).map((kind) => {
    const texts = [...demo[kind], ...saved[kind]]
    return { kind, texts: texts.length, changed: changedBy(texts) }
  })
}
