const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** False where others on the network could change what comes from `url`: http to another machine. */
export function isWebAddressSafe(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' ? LOOPBACK.test(hostname) : true
}
