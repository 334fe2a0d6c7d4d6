import type { CDPSession } from 'playwright-core'

/** Where scripts run in a page: its own world, or an isolated one like a content script's. */
export interface World {
  /** Defines what a library leaves in the global scope. */
  load(source: string): Promise<void>
  /** Value of an expression, awaited. Throws what the page threw. */
  run<T>(expression: string): Promise<T>
}

/** Opens a world in the page's top frame. Pages' content policies do not reach it. */
export async function openWorld(cdp: CDPSession, kind: 'page' | 'isolated'): Promise<World> {
  let contextId: number | undefined
  if (kind === 'isolated') {
    const { frameTree } = await cdp.send('Page.getFrameTree')
    const world = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'bench' })
    contextId = world.executionContextId
  }
  const where = contextId === undefined ? {} : { contextId }
  const evaluate = async (expression: string, returnByValue: boolean): Promise<unknown> => {
    const answer = await cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: returnByValue,
      returnByValue,
      ...where,
    })
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
    }
    return answer.result.value
  }
  return {
    load: async (source) => void (await evaluate(`${source}\n;0`, false)),
    run: async <T>(expression: string) => (await evaluate(expression, true)) as T,
  }
}
