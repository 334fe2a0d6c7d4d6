import { nativeApi } from './nativeApi.ts'

/**
 * Keeps content scripts out of what lies on the disk: the token, the participant's words, the consent. Chrome would let them
 * in; Firefox knows no such wall. Their journal lies in memory, in an area of its own.
 */
export async function guardStorage(): Promise<void> {
  const local = nativeApi().storage.local as Partial<chrome.storage.StorageArea>
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}
