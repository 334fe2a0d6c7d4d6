/** What one request may weigh, in bytes. Generous: a page's context is 3–13 kB gzipped. */
export interface Limits {
  /** Body of a batch as sent. */
  compressed_bytes: number
  /** Body of a batch once unzipped. */
  decompressed_bytes: number
  /** Body of an enrolment, or of anything else that is small. */
  enrolment_bytes: number
}

export const defaultLimits: Limits = {
  compressed_bytes: 8 * 1024 * 1024,
  decompressed_bytes: 32 * 1024 * 1024,
  enrolment_bytes: 64 * 1024,
}
