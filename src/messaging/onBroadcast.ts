import { nativeApi } from '../platform/nativeApi.ts'
import type { Broadcast } from './calls.ts'

/** Calls `listener` for every broadcast of this kind, until `signal` aborts. */
export function onBroadcast(kind: Broadcast['broadcast'], listener: () => void, signal?: AbortSignal): void {
  const hear = (raw: unknown): undefined => {
    if ((raw as Partial<Broadcast> | null)?.broadcast === kind) listener()
    return undefined
  }
  const { onMessage } = nativeApi().runtime
  onMessage.addListener(hear)
  signal?.addEventListener('abort', () => onMessage.removeListener(hear))
}
