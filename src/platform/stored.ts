import { storage, type WxtStorageItem } from '#imports'
import { sealed } from './sealed.ts'

/**
 * Everything the extension keeps outside the trace database, each with its version.
 * Values are read as `unknown`: what lies on a disk is parsed before it is believed.
 */
export const stored = {
  enrolment: storage.defineItem<unknown>('local:enrolment', { version: 1 }),
  /** `{until: ms | null}` while paused. */
  pause: storage.defineItem<unknown>('local:pause', { version: 1 }),
  /** Sites where the participant paused: see `readPauses`. */
  pausedSites: storage.defineItem<unknown>('local:paused_sites', { version: 1 }),
  /** Tabs in which the participant paused, by the browser's ids; emptied when the browser starts, where ids begin anew. */
  pausedTabs: storage.defineItem<unknown>('local:paused_tabs', { version: 1 }),
  /** The question that waits for an answer. */
  question: storage.defineItem<unknown>('local:question', { version: 1 }),
  /** How often questions were asked of late, and how often the participant wished for fewer. */
  asking: storage.defineItem<unknown>('local:asking', { version: 1 }),
  /** Tabs that show a page of which only the type is kept, by the browser's ids. */
  typeOnlyTabs: storage.defineItem<unknown>('session:type_only_tabs'),
  /** The note on pages was closed: until the browser is. */
  noteClosed: storage.defineItem<boolean>('session:note_closed'),
  /** When the joined study was last read again, and what came of it. */
  studyCheck: storage.defineItem<unknown>('local:study_check', { version: 1 }),
  /** When each survey was last answered, ms by its id. */
  surveys: storage.defineItem<unknown>('local:surveys', { version: 1 }),
  /** The collector's receipt for the last withdrawal: the one thing that stays of a participant. */
  receipt: storage.defineItem<unknown>('local:receipt', { version: 1 }),
  /** Withdrawals that a collector has not acknowledged yet. */
  withdrawals: storage.defineItem<unknown>('local:withdrawals', { version: 1 }),
  /** Words that the participant wants removed everywhere. They never leave the device. */
  words: storage.defineItem<unknown>('local:words', { version: 1 }),
  /** The participant's own key for a model provider: gone when the browser closes. Sealed: recorders reach this memory. */
  claudeKey: sealed(storage.defineItem<unknown>('session:claude_key'), 'claude_key'),
  /** The model that the participant chose instead of the study's, or null. */
  claudeModel: storage.defineItem<string | null>('local:claude_model', { version: 1, fallback: null }),
  /** Another address for the model provider's API, for tests and proxies. Sealed: the key is sent there. */
  claudeBaseUrl: sealed(storage.defineItem<unknown>('session:claude_base_url'), 'claude_base_url'),
}

type AnyItem = WxtStorageItem<unknown, Record<string, unknown>>

/** What is being asked for, until the browser is asked. */
let asked: { items: Set<AnyItem>; values: Promise<Map<string, unknown>> } | null = null

async function readAll(items: ReadonlySet<AnyItem>): Promise<Map<string, unknown>> {
  // All that is asked for at the same time becomes one question: they are asked at every message.
  await null
  asked = null
  return new Map((await storage.getItems([...items])).map(({ key, value }) => [key, value as unknown]))
}

/** What several items hold, in their order, now or later, never earlier. */
export async function readTogether(...items: AnyItem[]): Promise<unknown[]> {
  if (!asked) {
    const all = new Set<AnyItem>()
    asked = { items: all, values: readAll(all) }
  }
  for (const item of items) asked.items.add(item)
  const values = await asked.values
  return items.map(({ key }) => values.get(key) ?? null)
}

/** Calls `listener` when the model provider's key, address or model changes. */
export function onKeyChange(listener: () => void): void {
  stored.claudeKey.watch(listener)
  stored.claudeBaseUrl.watch(listener)
  stored.claudeModel.watch(listener)
}
