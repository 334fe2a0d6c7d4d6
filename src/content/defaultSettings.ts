import type { RecorderSettings } from '../messaging/calls.ts'

/** What holds until the background has answered: every event is posted, and the background drops what the study does not want. */
export const DEFAULT_SETTINGS: RecorderSettings = {
  record: { page_content: true, input: true, scroll: true, navigation: true, tabs: true },
}
