import { browser } from '#imports'
import { type DataKind, withDataKinds } from './dataConsent.ts'

/** Time for which an answer holds, ms; a change that the browser tells of ends it at once. */
const HOLDS_MS = 2000

interface Known {
  has: Promise<boolean>
  at: number
}

let known: Map<string, Known> | null = null

/** What the browser answered of late: it is asked at every message. */
function knownHosts(): Map<string, Known> {
  if (known) return known
  const made = new Map<string, Known>()
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved])
    event.addListener(() => made.clear())
  known = made
  return made
}

/**
 * True where the browser lets the extension run on every one of `origins`, and, in Firefox, send `kinds` of data; null in
 * browsers that do not ask for that.
 */
export function hasHosts(origins: string[], kinds: DataKind[] | null): Promise<boolean> {
  const hosts = knownHosts()
  const wanted = withDataKinds(origins, kinds)
  const key = JSON.stringify(wanted)
  const last = hosts.get(key)
  if (last && Math.abs(Date.now() - last.at) < HOLDS_MS) return last.has
  const has = browser.permissions.contains(wanted)
  hosts.set(key, { has, at: Date.now() })
  has.catch(() => hosts.delete(key))
  return has
}

/** Shows the browser's own dialog where something is missing. Must be called straight from a click. */
export const requestHosts = (origins: string[], kinds: DataKind[] | null): Promise<boolean> =>
  browser.permissions.request(withDataKinds(origins, kinds))

/** Gives the hosts back. Hosts granted at install time cannot be given back; that is no error here. */
export async function releaseHosts(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins }).catch(() => false)
}
