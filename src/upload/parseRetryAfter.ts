/**
 * `Retry-After` as ms from `now` (ms since 1970), or null where there is none or it cannot be read.
 *
 * Seconds or an HTTP date (RFC 9110, section 10.2.3).
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  // A date names its day; anything else that Date.parse takes is not one.
  const at = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
