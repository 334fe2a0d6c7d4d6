import { nativeRuntime } from './nativeRuntime.ts'

/** False in a content script whose extension was removed, disabled or updated. */
export const isExtensionAlive = (): boolean => {
  try {
    return nativeRuntime().id !== undefined
  } catch {
    return false
  }
}
