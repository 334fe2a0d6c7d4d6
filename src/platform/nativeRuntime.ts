import type { browser } from '#imports'

type Api = { runtime?: typeof browser.runtime }

/**
 * The browser's own messaging, without the polyfill that makes two browsers' APIs one: posting and hearing are the
 * same in both, and what runs in every page must be small.
 */
export function nativeRuntime(): typeof browser.runtime {
  const { browser: own, chrome } = globalThis as { browser?: Api; chrome?: Api }
  return (own?.runtime ?? chrome?.runtime) as typeof browser.runtime
}
