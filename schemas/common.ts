import { z } from 'zod'

/** Version 4 UUID in lower case, made on the device. */
export const uuid = z.uuidv4()

/** Milliseconds since 1970-01-01T00:00:00Z by the device's clock. */
export const timestamp = z.int().nonnegative()

/** SHA-256 of something, 64 lower-case hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')

/** A dotted path of names, from the page's regions down to the element. */
export const elementName = z.string().min(1).max(400)

/** Who made the data: a real participant, a researcher's pilot, or a script. */
export const participantKind = z.enum(['participant', 'test', 'synthetic'])

export type ParticipantKind = z.infer<typeof participantKind>
