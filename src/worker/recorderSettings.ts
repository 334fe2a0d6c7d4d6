import type { Enrolment } from '../consent/enrolment.ts'
import type { RecorderSettings } from '../messaging/calls.ts'

/** What a recorder in a page needs to know of the study and of what the participant agreed to. */
export const recorderSettings = ({ study, consent }: Enrolment): RecorderSettings => ({
  record: study.record,
  page_content: study.record.page_content && consent.choices.page_content,
  excluded_page_types: study.excluded_pages.page_types,
})
