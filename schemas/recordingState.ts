/** Why nothing is recorded. */
export type OffReason =
  | 'not_joined'
  | 'permission_missing'
  | 'consent_outdated'
  | 'consent_expired'
  | 'consent_unreadable'
  | 'study_over'
  | 'withdrawn'

/** Whether anything may be recorded now, and if not, why. */
export type RecordingState =
  | { kind: 'recording' }
  /** `until` in milliseconds since 1970, or null: until the participant resumes. */
  | { kind: 'paused'; until: number | null }
  | { kind: 'off'; reason: OffReason }

/** What becomes of the page in one tab. */
export type PageStatus =
  | { kind: 'recorded' }
  /** A private page: its type, and no more. */
  | { kind: 'type_only' }
  | { kind: 'not_shop' }
  | { kind: 'private_window' }
  | { kind: 'paused'; by: 'site' | 'tab' }
  /** Paused or off everywhere: `RecordingState` says why. */
  | { kind: 'off' }

/** The tab that a popup or panel is about. `site` where it can be paused there. */
export interface PageInView {
  status: PageStatus
  site: string | null
}

/** What was done in the participant's own week, and what the study hopes for; null where it hopes for nothing. */
export interface WeekGoals {
  sessions: { done: number; hoped: number } | null
  steps: { done: number; hoped: number } | null
}
