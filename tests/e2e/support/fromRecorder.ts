import type { Page } from 'playwright-core'

/** What a recorder in this page, or whoever took over its whole process, gets to see of what the extension keeps. */
export async function fromRecorder(page: Page, extension: string): Promise<{ local: string; rest: string }> {
  const session = await page.context().newCDPSession(page)
  const worlds: number[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extension}`) worlds.push(context.id)
  })
  await session.send('Runtime.enable')
  const [contextId] = worlds
  if (contextId === undefined) throw new Error('No recorder runs in this page.')
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    awaitPromise: true,
    returnByValue: true,
    expression: `(async () => ({
      local: await chrome.storage.local.get(null).then(JSON.stringify, () => 'refused'),
      rest: JSON.stringify([await chrome.storage.session.get(null), await indexedDB.databases()]),
    }))()`,
  })
  await session.detach()
  if (exceptionDetails) throw new Error(exceptionDetails.text)
  return result.value
}
