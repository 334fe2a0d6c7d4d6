import { nativeApi } from './nativeApi.ts'

/** The keys of all that lies in `storage.session`; browsers that cannot list them read all of it. */
export async function sessionKeys(): Promise<string[]> {
  const area = nativeApi().storage.session as Partial<chrome.storage.StorageArea> & chrome.storage.StorageArea
  return (await area.getKeys?.()) ?? Object.keys(await area.get(null))
}
