import { browser } from '#imports'

/** Browsers take no longer address. */
const LONGEST = 1023

/** The page that opens when the extension is removed; null for none. One that is too long is left out. */
export async function setUninstallAddress(url: string | null): Promise<void> {
  await browser.runtime.setUninstallURL(url && url.length <= LONGEST ? url : '')
}
