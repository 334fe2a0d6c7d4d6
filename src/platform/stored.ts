import { storage } from '#imports'

/**
 * Everything the extension keeps outside the trace database, each with its version.
 * Values are read as `unknown`: what lies on a disk is parsed before it is believed.
 */
export const stored = {
  enrolment: storage.defineItem<unknown>('local:enrolment', { version: 1 }),
  /** `{until: ms | null}` while paused. */
  pause: storage.defineItem<unknown>('local:pause', { version: 1 }),
  /** Withdrawals that a collector has not acknowledged yet. */
  withdrawals: storage.defineItem<unknown>('local:withdrawals', { version: 1 }),
  /** Words that the participant wants removed everywhere. They never leave the device. */
  words: storage.defineItem<unknown>('local:words', { version: 1 }),
  /** The participant's own key for a model provider: gone when the browser closes. */
  claudeKey: storage.defineItem<string>('session:claude_key'),
  /** The model that the participant chose instead of the study's, or null. */
  claudeModel: storage.defineItem<string | null>('local:claude_model', { version: 1, fallback: null }),
  /** Another address for the model provider's API, for tests and proxies. */
  claudeBaseUrl: storage.defineItem<string>('session:claude_base_url'),
}

/** Calls `listener` when the model provider's key, address or model changes. */
export function onKeyChange(listener: () => void): void {
  stored.claudeKey.watch(listener)
  stored.claudeBaseUrl.watch(listener)
  stored.claudeModel.watch(listener)
}
