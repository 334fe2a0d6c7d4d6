import { matchesAny } from './matchesPattern.ts'

/**
 * Whether the study's `excluded_pages.matches` name an address, so that only its page type may be recorded.
 *
 * To be asked with the address as it is, before scrubbing. An address that cannot be read counts as excluded.
 */
export function isExcludedUrl(url: string, patterns: readonly string[]): boolean {
  return !URL.canParse(url) || matchesAny(url, patterns)
}
