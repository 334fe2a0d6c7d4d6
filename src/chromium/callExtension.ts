import type { BrowserContext } from 'playwright-core'

/** Makes one of the privileged calls of `src/messaging/calls.ts`, from a page of the extension. */
export async function callExtension<T>(
  context: BrowserContext,
  extension: string,
  call: string,
  data: unknown = null,
): Promise<T> {
  const page = await context.newPage()
  try {
    await page.goto(`chrome-extension://${extension}/options.html`)
    const reply = await page.evaluate(
      (message) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
        ).chrome.runtime.sendMessage(message),
      { channel: 'page', call, data },
    )
    const answer = reply as { ok: true; value: T } | { ok: false; message: string } | undefined
    if (!answer) throw new Error(`The extension did not answer "${call}".`)
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  } finally {
    await page.close()
  }
}
