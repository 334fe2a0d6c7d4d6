import type { Enrolment } from '../consent/enrolment.ts'
import type { RecorderSettings } from '../messaging/calls.ts'

/** What a recorder in a page needs to know of the study. */
export const recorderSettings = ({ study }: Enrolment): RecorderSettings => ({ record: study.record })
