/** The part of `runtime.MessageSender` that is looked at. */
export interface Sender {
  id?: string
  url?: string
  tab?: { id?: number; incognito?: boolean }
  frameId?: number
}

/** True where the message comes from a page of this extension (`base` is its root URL), not from a content script. */
export const isOwnPage = (sender: Sender, base: string): boolean => sender.url?.startsWith(base) ?? false
