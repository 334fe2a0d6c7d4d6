import { browser } from '#imports'
import { type DataKind, withDataKinds } from './dataConsent.ts'

/**
 * True where the browser lets the extension run on every one of `origins`, and, in Firefox, send `kinds` of data; null in
 * browsers that do not ask for that.
 */
export const hasHosts = (origins: string[], kinds: DataKind[] | null): Promise<boolean> =>
  browser.permissions.contains(withDataKinds(origins, kinds))

/** Shows the browser's own dialog where something is missing. Must be called straight from a click. */
export const requestHosts = (origins: string[], kinds: DataKind[] | null): Promise<boolean> =>
  browser.permissions.request(withDataKinds(origins, kinds))

/** Gives the hosts back. Hosts granted at install time cannot be given back; that is no error here. */
export async function releaseHosts(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins }).catch(() => false)
}
