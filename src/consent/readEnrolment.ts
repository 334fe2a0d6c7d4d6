import { stored } from '../platform/stored.ts'
import { type Enrolment, enrolment } from './enrolment.ts'

/** What joining left on this device, or null where there is nothing that can be read. */
export const readEnrolment = async (): Promise<Enrolment | null> =>
  enrolment.safeParse(await stored.enrolment.getValue()).data ?? null
