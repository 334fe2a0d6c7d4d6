import type { Page } from 'playwright-core'
import { seededRandom } from '../shop/seededRandom.ts'
import { makeHands } from './hands.ts'
import { makePersona } from './persona.ts'
import { shopForever } from './shopForever.ts'
import { isPredicted, type ShopperStep } from './shopperStep.ts'

export interface ShopperOptions {
  page: Page
  /** Address of the demonstration shop, whatever its seed. */
  shopUrl: string
  /** How many predicted actions (clicks and submitted texts) to take; history comes on top. */
  steps: number
  seed: number
  /** `watchable` pauses for the eye before each step; `fast` never waits for a clock. */
  pace: 'fast' | 'watchable'
  /** Awaited before each predicted action, as for a prediction of it. `excluded`: none is to be expected. */
  beforeStep?(next: { excluded: boolean }): Promise<void>
  onStep?(step: ShopperStep): void
}

/**
 * Shops like a person of fixed habits: searches, opens one of the first results, picks options, reads reviews, adds to
 * the cart, checks out, begins anew. The same seed on the same shop does the same.
 *
 * @returns everything done, in order, but the scrolling that brings a target into view. Rejects where the shop does not show what a step needs.
 */
export async function runShopper(options: ShopperOptions): Promise<ShopperStep[]> {
  const { page, shopUrl, steps, seed, pace, beforeStep, onStep } = options
  const random = seededRandom(`shopper ${seed}`)
  const done: ShopperStep[] = []
  if (steps <= 0) return done
  if (new URL(page.url(), shopUrl).href !== new URL(shopUrl).href) await page.goto(shopUrl, { waitUntil: 'load' })
  const hands = makeHands({ page, pace, beforeStep: async (next) => beforeStep?.({ excluded: next.excluded }) })
  for await (const step of shopForever(hands, makePersona(random), random)) {
    done.push(step)
    onStep?.(step)
    if (done.filter(isPredicted).length >= steps) break
  }
  return done
}
