import { nativeApi } from './nativeApi.ts'

/** False in a content script whose extension was removed, disabled or updated. */
export const isExtensionAlive = (): boolean => {
  try {
    return nativeApi().runtime.id !== undefined
  } catch {
    return false
  }
}
