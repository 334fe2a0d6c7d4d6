import { z } from 'zod'
import { browser } from '../platform/browser.ts'
import type { PageCalls, RecorderCalls } from './calls.ts'
import { isOwnPage, type Sender } from './isOwnPage.ts'

type Handlers<C> = {
  [K in keyof C]: C[K] extends (data: infer D) => infer R ? (data: D, sender: Sender) => Promise<R> | R : never
}

const message = z.object({ channel: z.enum(['recorder', 'page']), call: z.string(), data: z.unknown() })

/**
 * Answers the calls of `calls.ts`. Must run synchronously when the worker starts, or calls fall through.
 *
 * Two registries: what a recorder may ask, and what only the extension's own pages may. Errors cross as data.
 */
export function receive(recorder: Handlers<RecorderCalls>, page: Handlers<PageCalls>): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender) => {
    const parsed = message.safeParse(raw)
    if (!parsed.success) return undefined
    const { channel, call, data } = parsed.data
    return answer(channel, call, data, sender as Sender)
  })

  async function answer(channel: 'recorder' | 'page', call: string, data: unknown, sender: Sender) {
    try {
      if (sender.id !== browser.runtime.id) throw new Error('Calls from other extensions are refused.')
      if (channel === 'page' && !isOwnPage(sender, browser.runtime.getURL('/'))) {
        throw new Error(`"${call}" can be called from the extension's own pages only.`)
      }
      const registry = (channel === 'page' ? page : recorder) as Record<
        string,
        (data: unknown, sender: Sender) => unknown
      >
      if (!Object.hasOwn(registry, call)) throw new Error(`There is no call "${call}".`)
      return { ok: true, value: (await registry[call]?.(data, sender)) ?? null }
    } catch (error) {
      console.error(`Shoptrace: "${call}" failed`, error)
      const { name, message } = error instanceof Error ? error : new Error(String(error))
      return { ok: false, name, message }
    }
  }
}
