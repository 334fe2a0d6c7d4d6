/** Where the participant paused. An unreadable list names everything: unknown state means do not record. */
export interface PausedPlaces {
  sites: readonly string[] | 'all'
  /** The browser's ids. */
  tabs: readonly number[] | 'all'
}

/** The site of an address, as a person would name it: its host without `www.`; empty where it has none. */
export function siteOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, hostname } = new URL(url)
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '').replace(/\.$/, '') : ''
}

/** True where the address lies on one of the paused sites, subdomains included. */
export function isPausedSite(url: string, sites: PausedPlaces['sites']): boolean {
  if (sites === 'all') return true
  const own = siteOf(url)
  return sites.some((site) => own === site || own.endsWith(`.${site}`))
}
