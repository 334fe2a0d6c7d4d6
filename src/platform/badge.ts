import { browser } from '#imports'

/** The toolbar badge: text, never colour alone, says whether recording is on. */
export async function setBadge(kind: 'recording' | 'paused' | 'off'): Promise<void> {
  const look = { recording: ['REC', '#b3261e'], paused: ['II', '#5f6368'], off: ['', '#5f6368'] } as const
  const [text, color] = look[kind]
  await browser.action.setBadgeText({ text })
  await browser.action.setBadgeBackgroundColor({ color })
}
