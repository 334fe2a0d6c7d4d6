import type { Browser } from 'puppeteer-core'

/** What is used of the driver's connection, which knows more than the driver shows. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>
}

/** The picture on the extension's toolbar button in Firefox's own window, as it is for the tab in front: its file's name. */
export async function toolbarIcon(browser: Browser): Promise<string> {
  const { connection } = browser as unknown as { connection: Connection }
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: { context: string; url: string }[] }
  }
  const window = tree.result.contexts.find(({ url }) => url.endsWith('/browser.xhtml'))
  const answer = (await connection.send('script.evaluate', {
    // Pinned, as a participant may: in the menu of extensions it is drawn only while that is open.
    expression: `(() => {
      const id = 'shoptrace_shoptrace_example-browser-action'
      CustomizableUI.addWidgetToArea(id, CustomizableUI.AREA_NAVBAR)
      return document.getElementById(id).outerHTML
    })()`,
    target: { context: window?.context },
    awaitPromise: false,
  })) as { result: { result?: { value?: string } } }
  return /icon\/(.*?)-?\d*\.png/.exec(answer.result.result?.value ?? '')?.[1] ?? JSON.stringify(answer.result)
}
