import { browser } from '#imports'

/** True where the browser lets the extension run on every one of `origins`. */
export const hasHosts = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins })

/** Shows the browser's own dialog where something is missing. Must be called straight from a click. */
export const requestHosts = (origins: string[]): Promise<boolean> => browser.permissions.request({ origins })

/** Gives the hosts back. Hosts granted at install time cannot be given back; that is no error here. */
export async function releaseHosts(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins }).catch(() => false)
}
