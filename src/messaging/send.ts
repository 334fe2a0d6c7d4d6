import { nativeApi } from '../platform/nativeApi.ts'
import type { PageCalls, RecorderCalls } from './calls.ts'

type Reply = { ok: true; value: unknown } | { ok: false; name?: string; message: string }

/** Posts the call synchronously, so that it leaves even when the page goes away at once; answers later. */
async function post(channel: 'recorder' | 'page', call: string, data: unknown): Promise<unknown> {
  const reply = (await nativeApi().runtime.sendMessage({ channel, call, data })) as Reply | undefined
  if (!reply) throw new Error(`The background did not answer "${call}".`)
  if (!reply.ok) throw Object.assign(new Error(reply.message), { name: reply.name ?? 'Error' })
  return reply.value
}

const sender =
  <C>(channel: 'recorder' | 'page') =>
  <K extends keyof C & string>(
    call: K,
    data: C[K] extends (data: infer D) => unknown ? D : never,
  ): Promise<C[K] extends (data: never) => infer R ? R : never> =>
    post(channel, call, data) as Promise<C[K] extends (data: never) => infer R ? R : never>

/** From a page's recorder to the background. */
export const callFromRecorder = sender<RecorderCalls>('recorder')

/** From one of the extension's own pages to the background. */
export const callFromPage = sender<PageCalls>('page')
