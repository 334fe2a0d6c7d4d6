import { cutText } from './cutText.ts'
import { describeField } from './describeField.ts'
import { formOf } from './fieldKinds.ts'
import { fieldText } from './fieldText.ts'
import { finalText } from './finalText.ts'
import { nameField } from './nameField.ts'
import type { CurrentPage, Emit, RecordContext } from './port.ts'

interface Entry {
  name: string
  /** The page before the first keystroke. */
  before: CurrentPage | null
  /** True from a first keystroke to the action that tells of it. */
  open: boolean
  /** True once the text changed; false for a keystroke that the page refused. */
  changed: boolean
  /** Value after the last keystroke; stays empty where it must not be read. */
  typed: string
}

/** What was typed into fields and not submitted yet. */
export interface Typing {
  /** A keystroke is about to change `field` (`changed` false), or did. */
  note(field: Element, changed: boolean): void
  /** Records the value of a field, an `input`. */
  record(field: Element): void
  /** Records the text of a field that is left, if it was typed into. */
  leave(field: Element): void
  /** Records all that was typed and not recorded: something else happens now. */
  flush(): void
  /** Records the text of a field and that it was submitted: a `type_and_submit`. */
  submit(field: Element): void
  /** Forgets a form that was submitted. */
  forget(form: Element): void
  /** The field typed into last and not submitted that fits, or null. */
  latest(fits: (field: Element) => boolean): Element | null
}

/** Keeps what is being typed, and makes `input` and `type_and_submit` of it. Never reads a sensitive field. */
export function trackTyping(context: RecordContext, emit: Emit): Typing {
  const { privacy } = context
  const entries = new Map<Element, Entry>()
  // A field shown as plain text for once ("show password") stays what it was.
  const sensitive = new WeakSet<Element>()

  function isSensitive(field: Element): boolean {
    if (privacy.isSensitiveField(describeField(field))) sensitive.add(field)
    return sensitive.has(field)
  }

  function scrubbed(text: string): string {
    return cutText(privacy.scrubText(text), 2000)
  }

  /** Closes the entry of a field and says where the action stands: before the first keystroke, unless another action came since. */
  function close(field: Element): { name: string; page: CurrentPage | null } | null {
    const entry = entries.get(field)
    const isFresh = entry?.open && (entry.before?.observation_no ?? -1) >= context.lastObservation()
    if (entry) entry.open = false
    const page = isFresh ? entry.before : context.current()
    if (!context.mayRecord(page)) return null
    const isKnown = entry && (isFresh || !field.isConnected)
    return { name: isKnown ? entry.name : nameField(field, page, privacy), page }
  }

  const typing: Typing = {
    note(field, changed) {
      let entry = entries.get(field)
      if (!entry?.open) {
        for (const old of entries.keys()) if (!old.isConnected) entries.delete(old)
        const before = context.current()
        if (!context.mayRecord(before)) return
        const name = nameField(field, before, privacy)
        entry = { changed: false, typed: '', ...entry, name, before, open: true }
      }
      const masked = isSensitive(field)
      if (changed) {
        entry.changed = true
        entry.typed = masked || !('value' in field) ? '' : fieldText(field)
      }
      // Set anew, it is the latest.
      entries.delete(field)
      entries.set(field, entry)
    },
    record(field) {
      const closed = close(field)
      if (!closed) return
      const masked = isSensitive(field)
      emit({ type: 'input', name: closed.name, text: masked ? '' : scrubbed(fieldText(field)), masked }, closed.page)
    },
    leave(field) {
      const entry = entries.get(field)
      if (entry?.open && entry.changed) typing.record(field)
    },
    flush() {
      for (const field of entries.keys()) typing.leave(field)
    },
    submit(field) {
      const closed = close(field)
      const typed = entries.get(field)?.typed ?? ''
      entries.delete(field)
      typing.flush()
      if (!closed) return
      const text = isSensitive(field) ? '' : scrubbed(finalText(field, typed))
      emit({ type: 'type_and_submit', name: closed.name, text }, closed.page)
    },
    forget(form) {
      for (const field of entries.keys()) if (formOf(field) === form) entries.delete(field)
    },
    latest(fits) {
      const typed = [...entries].filter(([field, { changed }]) => changed && field.isConnected)
      return typed.reverse().find(([field]) => fits(field))?.[0] ?? null
    },
  }
  return typing
}
