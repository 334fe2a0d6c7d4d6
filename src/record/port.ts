import type { SeenAction } from '../../schemas/index.ts'
import type { PagePrivacy, PageView } from '../read/port.ts'
import type { Gestures } from './trackGestures.ts'
import type { Typing } from './trackTyping.ts'

/** A picture of the page, and its number in the document. */
export interface CurrentPage {
  view: PageView
  observation_no: number
}

/** All that the recorder needs of the read room. */
export interface RecorderPage {
  /** The page as it is now, which is before the action about to be recorded; null where none was seen yet. */
  current(): CurrentPage | null
}

export interface RecorderDeps {
  window: Window & typeof globalThis
  page: RecorderPage
  /** Takes every action the moment it happens; must post it before it returns. */
  emit(action: SeenAction): void
  /** Called once in a document when something happened on an excluded page and was not recorded. */
  onSkipped(reason: 'excluded_page'): void
  /** Milliseconds since 1970. */
  now(): number
  documentId: string
  /** True in a frame: how it was reached, shown and hidden is its page's doing, not the participant's. */
  isFrame: boolean
  /** Read at every action, so it may change while recording. */
  record: { input: boolean; scroll: boolean; navigation: boolean; tabs: boolean }
  privacy: PagePrivacy
  signal: AbortSignal
}

type Added = 'timestamp' | 'document_id' | 'document_seq' | 'observation_no'
type Bare<A> = A extends unknown ? Omit<A, Added> : never

/** An action without what the recorder adds to every one. */
export type Happening = Bare<SeenAction>

/** Takes an action and the page before it, null where none was seen; `at` is now where left out. */
export type Emit = (happening: Happening, page: CurrentPage | null, at?: number) => void

type Events = WindowEventMap & DocumentEventMap

/** Listens for trusted events in the capture phase, in open shadow roots too. */
export type Listen = <T extends keyof Events>(
  types: readonly T[],
  handler: (event: Events[T]) => void,
  signal: AbortSignal,
) => void

/** What everything in this room shares. */
export interface RecordContext {
  window: Window & typeof globalThis
  privacy: PagePrivacy
  listen: Listen
  now(): number
  /** The page as it is now; undefined on a page known to be excluded, which is then reported. */
  current(): CurrentPage | null | undefined
  /** The page last asked for: for what is not aimed at an element. */
  latest(): CurrentPage | null
  /** Number of the observation that the last action refers to; -1 before the first. */
  lastObservation(): number
  /** Runs `task` before every action but `scroll`, so that what is still held comes first. */
  beforeEach(task: (happening: Happening) => void): void
}

/** What the observers share. */
export interface ObserverContext extends RecordContext {
  gestures: Gestures
  typing: Typing
}
