import type { browser } from '#imports'

type Api = typeof browser

/**
 * The browser's own extension API, without the polyfill that makes two browsers' APIs one: what runs in every page must
 * be small. For messages and storage, whose promises are the same in both; a listener answers by `sendResponse`.
 */
export function nativeApi(): Api {
  const { browser: own, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api }
  return (own?.runtime ? own : chrome) as Api
}
