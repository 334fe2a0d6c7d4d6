import { browser } from '#imports'

/** What the toolbar button says: of the browser, or of one tab. */
export type Look = 'recording' | 'type_only' | 'paused' | 'elsewhere' | 'off'

const files = (name: string): Record<number, string> =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/${name}${size}.png`]))

/** Told apart by shape; recording alone has a badge, in letters. The browser's own language says the rest. */
const LOOKS = {
  recording: { icon: files(''), badge: 'REC', title: 'icon.recording' },
  type_only: { icon: files('type_only-'), badge: '', title: 'icon.type_only' },
  paused: { icon: files('paused-'), badge: '', title: 'icon.paused' },
  elsewhere: { icon: files('elsewhere-'), badge: '', title: 'icon.elsewhere' },
  off: { icon: files('off-'), badge: '', title: 'icon.off' },
} as const

/**
 * Sets how the toolbar button looks, in one tab or, without `tab_id`, wherever nothing else is set. Browsers forget what was
 * set for a tab when it goes to another page.
 */
export async function setLook(look: Look, tab_id?: number): Promise<void> {
  const { icon, badge, title: message } = LOOKS[look]
  const title = (browser.i18n as { getMessage(name: string): string }).getMessage(message.replace('.', '_'))
  const where = tab_id === undefined ? {} : { tabId: tab_id }
  try {
    // The title is set last: where it stands, so does the rest. Setting an icon loads pictures, and pages are seen often.
    if (tab_id !== undefined && (await browser.action.getTitle({ tabId: tab_id })) === title) return
    await browser.action.setIcon({ path: icon, ...where })
    await browser.action.setBadgeBackgroundColor({ color: '#b3261e', ...where })
    await browser.action.setBadgeText({ text: badge, ...where })
    await browser.action.setTitle({ title, ...where })
  } catch (error) {
    // The tab went away in the meantime.
    if (tab_id === undefined) throw error
  }
}
