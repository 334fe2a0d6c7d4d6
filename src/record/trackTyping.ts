import type { ActionTarget } from '../../schemas/index.ts'
import { isProtected } from '../read/isProtected.ts'
import { cutText } from './cutText.ts'
import { describeField } from './describeField.ts'
import { describeTarget } from './describeTarget.ts'
import { fieldText } from './fieldText.ts'
import { finalText } from './finalText.ts'
import type { CurrentPage, Emit, RecordContext } from './port.ts'

interface Entry {
  target: ActionTarget
  /** The page before the first keystroke. */
  page: CurrentPage | null
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
  /** Records all that was typed and not recorded, but in `except`: something else happens now. */
  flush(except?: Element): void
  /** Records the text of a field and that it was submitted: a `type_and_submit`. */
  submit(field: Element): void
  /** The field typed into last and not submitted that fits, or null. */
  latest(fits: (field: Element) => boolean): Element | null
}

/** Keeps what is being typed, and makes `input` and `type_and_submit` of it. Never reads a sensitive field. */
export function trackTyping(context: RecordContext, emit: Emit): Typing {
  const { privacy } = context
  const entries = new Map<Element, Entry>()
  const isSensitive = (field: Element): boolean => isProtected(field, describeField(field), privacy)

  const targetOn = (field: Element, page: CurrentPage | null): ActionTarget =>
    describeTarget(field, page?.view ?? null, privacy)

  /** What was typed into, by the page that it was typed on: it is on no later one. */
  const earlier = ({ target, page }: Entry): ActionTarget =>
    page ? { ...target, observation_no: page.observation_no } : target

  /**
   * Records the value of a field. The action stands on the page before the first keystroke, which knew nothing of the
   * text, unless another action came since.
   */
  function tell(field: Element, type: 'input' | 'type_and_submit'): void {
    const entry = entries.get(field)
    const isFresh = entry?.open && (entry.page?.observation_no ?? -1) >= context.lastObservation()
    if (entry) entry.open = false
    const page = isFresh ? entry.page : context.current()
    if (page === undefined) return
    const target = isFresh ? entry.target : entry && !field.isConnected ? earlier(entry) : targetOn(field, page)
    const masked = isSensitive(field)
    const read = () => (type === 'input' ? leftText(field, entry) : finalText(field, entry?.typed ?? ''))
    const text = masked ? '' : cutText(privacy.scrubText(read()), 2000)
    emit(type === 'input' ? { type, target, text, masked } : { type, target, text }, page)
  }

  const typing: Typing = {
    note(field, changed) {
      let entry = entries.get(field)
      if (!entry?.open) {
        for (const old of entries.keys()) if (!old.isConnected) entries.delete(old)
        const page = context.current()
        if (page === undefined) return
        entry = { changed: false, typed: '', ...entry, target: targetOn(field, page), page, open: true }
      }
      const mayRead = !isSensitive(field) && 'value' in field
      if (changed) {
        entry.changed = true
        entry.typed = mayRead ? fieldText(field) : ''
      }
      // Set anew, it is the latest.
      entries.delete(field)
      entries.set(field, entry)
    },
    record: (field) => tell(field, 'input'),
    leave(field) {
      const entry = entries.get(field)
      if (entry?.open && entry.changed) typing.record(field)
    },
    flush(except) {
      for (const field of entries.keys()) if (field !== except) typing.leave(field)
    },
    submit(field) {
      typing.flush(field)
      tell(field, 'type_and_submit')
      entries.delete(field)
    },
    latest: (fits) =>
      [...entries.keys()].reverse().find((field) => entries.get(field)?.changed && field.isConnected && fits(field)) ??
      null,
  }
  return typing
}

/** What was typed, where the page may have put something else there since: a suggestion that is being clicked. */
function leftText(field: Element, entry: Entry | undefined): string {
  return entry?.changed && 'value' in field ? entry.typed : fieldText(field)
}
