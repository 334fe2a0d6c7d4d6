import type {
  Action,
  Consent,
  PageInView,
  PageType,
  Prediction,
  Receipt,
  Recipe,
  RecordingState,
  SeenAction,
  Study,
  Understood,
  WeekGoals,
} from '../../schemas/index.ts'
import type { MyDataCalls } from './myDataCalls.ts'
import type { SurveyCalls } from './surveyCalls.ts'

/** What a recorder in a page needs to know to run. */
export interface RecorderSettings {
  record: Study['record']
  /** What the study names for this shop, if it is known and whole. */
  recipe?: Recipe | null
}

/** Answer to a recorder: `stop` where this page must not, or no longer, be recorded; `page` to a reading that was kept. */
export type RecorderAnswer = { stop: true } | { stop: false; page?: Understood }

/** Calls from a page's recorder to the background. Validated there; a page can reach no other. */
export interface RecorderCalls {
  /** The recorder woke up in a page. `page_recorded`: so is the page around it, where it is a frame. */
  hello(data: { document_id: string; url: string }): {
    settings: RecorderSettings | null
    tab_id: number | null
    page_recorded: boolean
  }
  /** The page looks like this now; `reading` is a `PageReading` as JSON. */
  observed(data: { document_id: string; observation_no: number; reading: string } & KeptAs): RecorderAnswer
  /** The participant did this. Answered when it is on disk. */
  acted(data: { action: SeenAction } & KeptAs): RecorderAnswer
  /** Something was deliberately not recorded. */
  skipped(data: { document_id: string; reason: 'excluded_page' | 'masked' } & KeptAs): RecorderAnswer
  /** The page's corner: what to show there. */
  corner(data: null): CornerContent
  /** The page's corner: the participant answered, or did not. */
  answered(data: Answer): null
  /** The page's corner: the note was closed. */
  note_closed(data: null): null
}

/** Key under which the journal has, or would have, the same. */
export interface KeptAs {
  kept_as?: string | undefined
}

/** A question that waits for the participant's answer. */
export interface OpenQuestion {
  rationale_id: string
  /** The study's question; null: ours. */
  text: string | null
  language: string
  /** The step it is about, as it was recorded. */
  action: Action
  /** When it counts as missed, ms. */
  deadline: number
}

/** What came of a question. `less`: ask me less. */
export interface Answer {
  rationale_id: string
  outcome: 'answered' | 'skipped' | 'missed'
  text: string
  less: boolean
}

/** What stands in the corner of a page, if anything. `text` null: our own words. */
export interface CornerContent {
  question: (OpenQuestion & { ends_in_ms: number }) | null
  note: { text: string | null; language: string } | null
}

/** Everything the side panel shows, in one answer. */
export interface PanelState {
  study_title: string | null
  study: { title: string; contact: string; participant_id: string; agreed_at: number } | null
  recording: RecordingState
  upload: { waiting: number; acknowledged: number; last_sent_at: number | null; problem: string | null }
  visibility: Study['prediction_visibility']
  predictor: { id: string; learned_from: number; problem: string | null } | null
  score: { hits: number; total: number; baseline_hits: number; baseline_total: number }
  pending: Prediction | null
  /** Where the pending prediction was made. */
  page: { url: string; title: string } | null
  /** Null where the study hopes for nothing. */
  goals: WeekGoals | null
  question: OpenQuestion | null
  /** Sites where the participant paused. */
  paused_sites: string[]
  /** Newest first; of every predictor the prediction of the step that counts, the shown predictor's first. */
  steps: { action: Action; predictions: Prediction[]; hit: boolean | null }[]
}

/** How sending stands. `quarantined`: items that can never be sent; they stay on the device. */
export interface Sent {
  waiting: number
  quarantined: number
  problem: string | null
}

/** Calls from the extension's own pages. No content script can make them. */
export interface PageCalls extends MyDataCalls, SurveyCalls {
  /** Side panel and popup: what to show. */
  panel(data: null): PanelState
  /**
   * Join page: consent was given and the hosts were granted. In a study joined before, the participant and the token
   * stay; with the consent given before and a study whose text has changed, recording stops until it is agreed to.
   */
  join(data: {
    study: Study
    study_url?: string | undefined
    consent: Consent
    token: string
    leave_secret?: string | undefined
  }): null
  /** Popup: stop recording until `until` (ms), or until resumed. */
  pause(data: { until: number | null }): null
  resume(data: null): null
  /** Popup and side panel: what becomes of the page in this tab. */
  here(data: { tab_id: number }): PageInView
  /** Popup: stop recording in this tab until it is closed, or on its site; or go on. */
  pause_here(data: { tab_id: number; by: 'site' | 'tab' }): null
  resume_here(data: { tab_id: number }): null
  resume_site(data: { site: string }): null
  /** Side panel: the participant answered a question. */
  answer_question(data: Answer): null
  /** Stop, delete here, and have the collector delete; `receipt` is null where it could not be reached yet. */
  withdraw(data: null): { receipt: Receipt | null }
  /** Send what waits, the rest time notwithstanding. */
  send_now(data: null): Sent
  /** End the session now and send everything: the end of a pilot or a demonstration. */
  finish(data: null): Sent
}

/** What a frame's recorder cannot know: whether the page around it may be recorded. Asked of the page's own recorder. */
export interface AroundAnswer {
  url: string
  /** Null where the background has not told it yet: then there is the page's reading, as JSON. */
  page_type: PageType | null
  reading: string | null
}

/** What the background tells the scripts in pages. */
export type Broadcast =
  | { broadcast: 'stop_recording' }
  /** Nothing of ours is to stand on the page any more. */
  | { broadcast: 'clear_corner' }
