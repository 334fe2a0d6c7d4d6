import type { Enrolment, Withdrawal } from './enrolment.ts'

const address = (endpoint: string, secret: string): string => `${endpoint.replace(/\/$/, '')}/v1/leave#${secret}`

/**
 * The collector's page to leave from, for who removes the extension: of the study joined, else of a withdrawal that the
 * collector has not acknowledged yet; null where there is nothing to leave.
 */
export function leaveAddress(enrolled: Enrolment | null, open: readonly Withdrawal[]): string | null {
  if (enrolled?.leave_secret) return address(enrolled.study.upload.endpoint, enrolled.leave_secret)
  const asked = open.find(({ leave_secret }) => leave_secret !== undefined)
  return asked?.leave_secret ? address(asked.endpoint, asked.leave_secret) : null
}
