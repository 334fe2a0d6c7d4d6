/** The part of `runtime.MessageSender` that is looked at. */
export interface Sender {
  id?: string
  url?: string
  /** Of a frame without an address of its own: that of the page that wrote it. */
  origin?: string
  tab?: { id?: number; incognito?: boolean; openerTabId?: number }
  frameId?: number
}

/** True where the message comes from a page of this extension (`base` is its root URL), not from a content script. */
export const isOwnPage = (sender: Sender, base: string): boolean => sender.url?.startsWith(base) ?? false
