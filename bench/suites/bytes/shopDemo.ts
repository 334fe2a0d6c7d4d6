import { startShop } from '../../../src/demo/shop/startShop.ts'
import { runShopper } from '../../../src/demo/shopper/runShopper.ts'
import type { Arrived, Tool } from '../../tools/tool.ts'

const SEED = 1
/** Pause before each step: recorders send while a person looks. */
const LOOK_MS = 700

/** The scripted shopper on the demonstration shop, recorded by `tool`. Returns what has arrived. */
export async function shopDemo(tool: Tool, steps: number): Promise<Arrived> {
  // Carts live in the shop's memory: everyone gets a new one.
  const demo = await startShop({ port: 0, seed: SEED })
  const open = await tool.open([demo.url])
  try {
    const page = await open.context.newPage()
    await runShopper({
      page,
      shopUrl: demo.url,
      steps,
      seed: SEED,
      pace: 'fast',
      async beforeStep() {
        await page.waitForTimeout(LOOK_MS)
        await open.flush(page)
      },
    })
    await page.waitForTimeout(LOOK_MS)
    return await open.finish()
  } finally {
    await open.close()
    await demo.close()
  }
}
