import { browser } from '#imports'

/** False in a content script whose extension was removed, disabled or updated. */
export const isExtensionAlive = (): boolean => {
  try {
    return browser.runtime.id !== undefined
  } catch {
    return false
  }
}
