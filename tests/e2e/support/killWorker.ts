import type { Browser, CDPSession } from 'playwright-core'

/** Ends the extension's worker at once, whatever it is doing. Returns whether one was running. */
export async function killWorker(session: CDPSession, extension: string): Promise<boolean> {
  const { targetInfos } = await session.send('Target.getTargets')
  const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(extension))
  for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId }).catch(() => {})
  return workers.length > 0
}

export const browserSession = (browser: Browser): Promise<CDPSession> => browser.newBrowserCDPSession()
