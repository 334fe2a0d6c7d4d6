import { isWebAddressSafe } from '../consent/isWebAddressSafe.ts'
import { parseStudyAddress } from '../consent/parseStudyAddress.ts'
import { resolveCode } from '../consent/resolveCode.ts'
import type { AddressProblem } from '../ui/types.ts'

/**
 * The address of the study file that a link or a code means, or what is wrong with it.
 *
 * Throws a `StudyError` where a code's collector cannot be reached.
 */
export async function toStudyUrl(
  typed: string,
  fetch: typeof globalThis.fetch,
): Promise<{ url: string } | { problem: AddressProblem }> {
  const address = parseStudyAddress(typed)
  if (!address) return { problem: 'no_address' }
  const url = address.kind === 'link' ? address.url : await resolveCode(address, fetch)
  if (url === null) return { problem: 'wrong_code' }
  return isWebAddressSafe(url) ? { url } : { problem: 'not_secure' }
}
