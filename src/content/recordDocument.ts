import { answerAround } from '../messaging/askAround.ts'
import { makeUuid } from '../platform/makeUuid.ts'
import { pagePrivacy } from '../privacy/pagePrivacy.ts'
import type { ReadOptions } from '../read/port.ts'
import { type PageWatcher, watchPage } from '../read/watchPage.ts'
import { startRecording } from '../record/startRecording.ts'
import { addressOf } from './addressOf.ts'
import { createPoster } from './createPoster.ts'
import { DEFAULT_SETTINGS } from './defaultSettings.ts'
import { onDocumentReplaced } from './onDocumentReplaced.ts'
import { postViews } from './postViews.ts'
import { shieldOwn } from './shieldOwn.ts'

/** What a frame is first looked at for: the participant's pointer, finger or focus in it. */
const ATTENTION = ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const

/**
 * Records one document until `controller` aborts: every picture of the page is numbered and posted before an action
 * that refers to it. Starts at once; the background stops it where it must not run, and drops what the study does not want.
 *
 * A frame is a document of its own, and silent until the participant acts in it.
 */
export function recordDocument(window: Window & typeof globalThis, controller: AbortController): void {
  const { signal } = controller
  shieldOwn(window, signal)
  const is_frame = window.parent !== window
  const document_id = makeUuid()
  const now = Date.now
  const settings = structuredClone(DEFAULT_SETTINGS)
  const options: ReadOptions = {
    privacy: pagePrivacy,
    ...(is_frame && { url: addressOf(window) }),
  }
  const poster = createPoster({
    window,
    document_id,
    is_frame,
    address: () => pagePrivacy.scrubUrl(addressOf(window)),
    now,
    // What the study does not want is dropped by the background until this is known.
    onSettings({ record, recipe }) {
      // In place: the recorder holds this very object.
      Object.assign(settings.record, record)
      options.recipe = recipe ?? null
      if (recipe) watcher?.again()
    },
    onStop: () => controller.abort(),
    signal,
  })
  const views = postViews(
    window,
    is_frame,
    (observation_no, view) =>
      poster.post('observed', { document_id, observation_no, reading: view.reading }, (answer) => {
        if (!answer.stop && answer.page) view.understand(answer.page)
      }),
    signal,
  )

  let watcher: PageWatcher | null = null
  function watch(): PageWatcher {
    watcher ??= begin()
    return watcher
  }
  function begin(): PageWatcher {
    poster.hello({ document_id, url: window.location.href })
    return watchPage(window.document, options, views.seen, signal)
  }
  if (is_frame) {
    for (const type of ATTENTION) window.addEventListener(type, watch, { capture: true, passive: true, signal })
  } else {
    watch()
    answerAround(() => {
      const { understood, reading } = watch().current()
      const url = pagePrivacy.scrubUrl(addressOf(window))
      return { url, page_type: understood?.page_type ?? null, reading: understood ? null : reading }
    }, signal)
  }

  const renew = startRecording({
    window,
    page: {
      current() {
        const view = watch().current()
        return { view, observation_no: views.numberOf(view) }
      },
    },
    emit: (action) => poster.post('acted', { action }),
    onSkipped: (reason) => poster.post('skipped', { document_id, reason }),
    now,
    documentId: document_id,
    isFrame: is_frame,
    record: settings.record,
    privacy: pagePrivacy,
    signal,
  })
  onDocumentReplaced(window.document, renew, signal)
}
