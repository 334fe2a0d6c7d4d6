import { hashCanonical } from './hashCanonical.ts'
import type { CapturedObservation } from './observation.ts'

/** The address of an observation: SHA-256, in hexadecimal, of all its other fields as canonical JSON in UTF-8. */
export const observationId = (captured: CapturedObservation): Promise<string> =>
  hashCanonical({ schema_version: 1, ...captured })
