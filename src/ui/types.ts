import type {
  Action,
  ConsentChoices,
  PageInView,
  Prediction,
  Receipt,
  RecordingState,
  Study,
  WeekGoals,
} from '../../schemas/index.ts'
import type { ChoiceName } from './offeredChoices.ts'

/** A question about a step just taken. */
export interface AskedWhy {
  rationale_id: string
  /** The study's question; null: ours. */
  text: string | null
  language: string
  action: Action
  ends_in_ms: number
}

/** `less`: the participant wants to be asked less. */
export interface QuestionAnswer {
  outcome: 'answered' | 'skipped'
  text: string
  less: boolean
}

export interface UploadState {
  /** Items on the device that the collector has not acknowledged. */
  waiting: number
  acknowledged: number
  last_sent_at: number | null
  /** Why the last try failed, or null. */
  problem: string | null
}

/** How times and shares are written; given in, so that a page shows the same wherever it is tested. */
export interface Format {
  /** hh:mm:ss */
  time(at: number): string
  /** hh:mm:ss.mmm */
  preciseTime(at: number): string
  /** Hours and minutes, in 12 or 24 hours as people here write it. */
  clock(at: number): string
  date(at: number): string
  /** A count, with the signs that group its digits. */
  number(value: number): string
  /** A share from 0 to 1 as a whole percentage. */
  percent(share: number): string
  /** Milliseconds as seconds with one decimal and their unit. */
  seconds(duration: number): string
}

/** A step and what was predicted for it; the first prediction is the one that is scored. */
export interface PanelStep {
  action: Action
  predictions: Prediction[]
  /** Whether the first prediction's top candidate was the action; null where there is nothing to compare. */
  hit: boolean | null
}

export interface PanelScore {
  hits: number
  total: number
  /** 95% interval of the share of hits, or null where there is none yet. */
  interval: [low: number, high: number] | null
  /** The "most frequent action" baseline on the same steps. */
  baseline: { hits: number; total: number }
}

export interface SidePanelProps {
  study_title: string | null
  state: RecordingState
  upload: UploadState
  visibility: Study['prediction_visibility']
  /** Null without a study; `problem` says why the predictor gives nothing. */
  predictor: { id: string; learned_from: number; problem?: string | null } | null
  score: PanelScore
  /** The prediction of the action to come. */
  pending: Prediction | null
  /** Newest first. */
  steps: PanelStep[]
  /** The page beside the panel; null where it is not known. */
  here: PageInView | null
  goals: WeekGoals | null
  question: AskedWhy | null
  format: Format
  onAnswer(rationale_id: string, answer: QuestionAnswer): void
}

/** Consent given to a text that has changed since. */
export interface Renewal {
  version: string
  agreed_at: number
  /** Another text, or the same one after its time. */
  why: 'changed' | 'expired'
}

/** What is ticked in a form that may not have been sent yet. */
export type Ticked = Readonly<Record<ChoiceName, boolean>>

/** What was agreed to; a choice that is left out was not. */
export type Chosen = { readonly [Name in ChoiceName]?: boolean | undefined }

/** What is wrong with a link or a code. */
export type AddressProblem = 'no_address' | 'not_secure' | 'wrong_code'

export type JoinState =
  /** There is no link yet: the page asks for one. `unreadable`: there was a consent, but it cannot be read. */
  | { kind: 'asking'; unreadable: boolean; typed?: string; problem?: AddressProblem }
  | { kind: 'loading'; url: string }
  | { kind: 'unreachable'; url: string; message: string }
  /** The study file has mistakes, each with its path. */
  | { kind: 'malformed'; url: string; mistakes: string[] }
  /** `text` is the consent text in `language`, one of the study's; `renewal` where an earlier one was agreed to. */
  | { kind: 'ready'; study: Study; text: string; language: string; renewal: Renewal | null }
  | { kind: 'joining'; study: Study }
  /** The consent stands, but the browser keeps the extension out of the study's shops. */
  | { kind: 'permission'; study: Study }
  /** Something failed after a click; `message` says what. */
  | { kind: 'failed'; message: string }
  /** `member`: it was a changed text that was not agreed to. */
  | { kind: 'declined'; member: boolean }
  /** The study joined is over. */
  | { kind: 'over'; title: string }
  | { kind: 'joined'; title: string; how: 'now' | 'again' | 'before' }

export interface JoinPageProps {
  state: JoinState
  /** Surveys of the study that are due. */
  surveys: number
  format: Format
  onLink(url: string): void
  onRetry(): void
  /** Show the consent text in another of the study's languages. */
  onLanguage(language: string): void
  onAgree(choices: ConsentChoices): void
  onDecline(): void
  /** Ask the browser for the shops again. */
  onAllow(): void
  /** Keep the text with what is ticked, or, with null, with what was agreed to. */
  onKeepCopy(ticked: Ticked | null): void
  onOpenPanel(): void
  onOptions(): void
  onSurveys(): void
}

export interface PopupProps {
  study_title: string | null
  state: RecordingState
  /** Items that wait to be sent. */
  waiting: number
  /** The page in view; null where it is not known. */
  here: PageInView | null
  goals: WeekGoals | null
  /** Sites where the participant paused. */
  paused_sites: string[]
  /** Surveys of the study that are due, and whether others may be answered at any time. */
  surveys: { due: number; any: boolean }
  format: Format
  /** Minutes, or null: until resumed. */
  onPause(minutes: number | null): void
  onResume(): void
  /** In this tab or on this site. */
  onPauseHere(by: 'site' | 'tab'): void
  onResumeHere(): void
  onResumeSite(site: string): void
  onOpenPanel(): void
  onLeave(): void
  onJoin(): void
  onOptions(): void
  onSurveys(): void
  onMyData(): void
}

export type WithdrawalState =
  | { kind: 'idle' }
  | { kind: 'working' }
  /** `receipt` is null where the collector could not be reached yet. */
  | { kind: 'done'; receipt: Receipt | null }
  | { kind: 'failed'; message: string }

export interface OptionsPageProps {
  study: { title: string; contact: string; participant_id: string; agreed_at: number } | null
  state: RecordingState
  /** True where a key is kept for this browser session. */
  has_key: boolean
  /** Models to choose from, first the default. */
  models: { id: string; name: string }[]
  /** Id of the model chosen, or null: none. */
  model: string | null
  /** Why the key or the model does not work, or null. */
  key_problem: string | null
  withdrawal: WithdrawalState
  /** Version of the extension. */
  version: string
  format: Format
  onSaveKey(key: string): void
  onForgetKey(): void
  onModel(id: string | null): void
  onWithdraw(): void
  /** Save the receipt of the withdrawal. */
  onKeepReceipt(): void
  onKeepCopy(): void
  onOpenPanel(): void
  onJoin(): void
}
