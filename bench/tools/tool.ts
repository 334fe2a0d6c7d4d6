import type { BrowserContext, Page } from 'playwright-core'

/** A browser in which one recorder, or none, is at work on the pages of some origins. */
export interface OpenTool {
  context: BrowserContext
  /** Has the recorder send what it holds, where it can be asked to. */
  flush(page: Page): Promise<void>
  /** Has everything sent and ends the recording; says what has arrived. The browser is still open. */
  finish(): Promise<Arrived>
  close(): Promise<void>
}

export interface Arrived {
  uploads: number
  /** Bytes of the bodies, gzipped. */
  bytes: number
  /** The same content gzipped in bodies of Shoptrace's size, where it came as plain JSON; null where it cannot be regrouped. */
  gathered: number | null
  /** Items by kind, where they can be told apart. */
  items: Record<string, number>
}

/** One of those that are compared. */
export interface Tool {
  name: string
  version: string
  /** A fresh browser with the recorder started on every page of `origins`. */
  open(origins: readonly string[]): Promise<OpenTool>
}
