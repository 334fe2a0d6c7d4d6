import type { RecorderSettings } from '../messaging/calls.ts'

/** What holds until the background has answered: every event is posted, every excluded page is excluded; the background drops what the study does not want. */
export const DEFAULT_SETTINGS: RecorderSettings = {
  record: { page_content: true, input: true, scroll: true, navigation: true, tabs: true },
  page_content: true,
  excluded_page_types: ['sign_in', 'account', 'address', 'payment', 'order_history', 'messages'],
}
