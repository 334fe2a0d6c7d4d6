import type { Canary } from '../../canaries/canary.ts'
import { findLeaks } from '../../canaries/findLeaks.ts'
import { laterCanaries, typedCanaries } from '../../canaries/liveCanaries.ts'
import { plantAddress, plantLater } from '../../canaries/plantLater.ts'
import { shownCanaries } from '../../canaries/shownCanaries.ts'
import { typeCanaries } from '../../canaries/typeCanaries.ts'
import { countKept, type Kept, readFacts, type ShopFacts } from './readFacts.ts'
import type { Subject } from './subjects.ts'

export const CANARIES: readonly Canary[] = [...shownCanaries, ...typedCanaries, ...laterCanaries]

export interface Measured {
  subject: string
  leaks: Canary[]
  kept: Kept
  /** Characters of all that arrived, unpacked. */
  characters: number
}

/** How long a recorder may take to look at a page. */
const LOOK_MS = 2500

/**
 * One recorder on the planted pages: every page is looked at, done with as a shop's scripts would, typed into and
 * clicked on. Facts are counted on `unplanted` pages: what is left of shopping where nothing personal is about.
 */
export async function measureSubject(
  subject: Subject,
  origin: string,
  paths: { planted: readonly string[]; unplanted: readonly string[] },
): Promise<Measured> {
  const open = await subject.open(origin)
  try {
    const page = await open.context.newPage()
    const facts: ShopFacts[] = []
    for (const path of paths.unplanted) {
      await page.goto(origin + path, { waitUntil: 'domcontentloaded' })
      await page.waitForTimeout(LOOK_MS)
      facts.push(await readFacts(page))
      await page.locator('h1').first().click()
      // Of a page on which nothing was done Shoptrace sends nothing.
      await page.mouse.wheel(0, 300)
      await page.waitForTimeout(LOOK_MS)
      await open.flush(page)
    }
    for (const path of paths.planted) {
      await page.goto(plantAddress(origin + path), { waitUntil: 'domcontentloaded' })
      await page.waitForTimeout(LOOK_MS)
      await plantLater(page)
      await typeCanaries(page)
      await page.waitForTimeout(LOOK_MS)
      await open.flush(page)
    }
    const arrived = await open.finish()
    return {
      subject: subject.name,
      leaks: findLeaks(arrived, CANARIES),
      kept: countKept(arrived, facts),
      characters: arrived.reduce((sum, text) => sum + text.length, 0),
    }
  } finally {
    await open.close()
  }
}
