/** Another recorder, as its vendor tells people to install it, but sending to a server on this machine. */
export interface Peer {
  name: 'rrweb' | 'PostHog' | 'Sentry' | 'Clarity'
  version: string
  /** Script that defines the recorder; run first, and never timed. */
  library: string
  /**
   * Script that starts it.
   *
   * @param ingest origin of the stand-in for the vendor's server.
   */
  start(ingest: string): string
  /** The same with the strictest masking that its vendor's settings know. */
  startStrict(ingest: string): string
  /** Expression that takes a full snapshot once more; null where there is none to call. */
  again: string | null
  /** Expression that has it send what it still holds, to be awaited; null where the recorder sees to it when a page goes. */
  flush: string | null
}
