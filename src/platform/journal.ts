import { nativeApi } from './nativeApi.ts'
import { sessionKeys } from './sessionKeys.ts'

/**
 * What recorders posted and the background has not stored yet, in `storage.session`: a recorder can write there while no
 * background runs, and a page can go away right after. It is memory alone: what has passed only the page's own rules
 * never touches a disk. Firefox lets no recorder in, and has no journal. Keys sort in the order of what happened.
 */
const PREFIX = 'journal:'
/** There while recording is on: only then a recorder may keep anything. Holds what it needs to know. */
const OPEN = 'journal_open'

/** A key for something that happens at `at` (ms), the `count`th of its document. */
export const journalKey = (at: number, count: number, document_id: string): string =>
  `${PREFIX}${String(at).padStart(15, '0')}:${String(count).padStart(6, '0')}:${document_id}`

const isJournalKey = (key: string): boolean => key.startsWith(PREFIX)

const area = () => nativeApi().storage.session

/**
 * What recorders were told when the journal was opened; null where they may not keep anything. Rejects in a recorder
 * until the background has run once since the browser started.
 */
export const readOpenJournal = async (): Promise<unknown> => (await area().get(OPEN))[OPEN] ?? null

/** Keeps entries by key, each by itself: where memory is short an action must not fall with a large page. Leaves at once, before the page can go. */
export function keepInJournal(entries: Record<string, unknown>): void {
  for (const [key, entry] of Object.entries(entries)) {
    area()
      .set({ [key]: entry })
      .catch(() => {})
  }
}

/** All entries, the earliest first. */
export async function readJournal(): Promise<[key: string, entry: unknown][]> {
  const keys = (await sessionKeys()).filter(isJournalKey)
  const all = Object.entries(keys.length > 0 ? await area().get(keys) : {})
  return all.sort(([one], [other]) => (one < other ? -1 : 1))
}

export const removeFromJournal = (keys: string[]): Promise<void> => area().remove(keys)

/** Lets recorders keep things, and tells them `settings`; null: not any more, and nothing that they kept remains. */
export async function openJournal(settings: unknown): Promise<void> {
  if (settings === null) return removeFromJournal([OPEN, ...(await readJournal()).map(([key]) => key)])
  await (area() as Partial<ReturnType<typeof area>>).setAccessLevel?.({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' })
  if (JSON.stringify(await readOpenJournal()) !== JSON.stringify(settings)) {
    await area().set({ [OPEN]: settings })
  }
}

/** Calls `listener` with the keys under which something was kept, and with those of what was removed. */
export function onJournal(listener: (kept: string[], removed: string[]) => void): void {
  area().onChanged?.addListener((changes) => {
    const keys = Object.keys(changes).filter(isJournalKey)
    const isKept = (key: string): boolean => changes[key]?.newValue !== undefined
    if (keys.length > 0)
      listener(
        keys.filter(isKept),
        keys.filter((key) => !isKept(key)),
      )
  })
}
