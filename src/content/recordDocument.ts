import { callFromRecorder } from '../messaging/send.ts'
import type { ObserveOptions, PageView } from '../page/port.ts'
import { watchPage } from '../page/watchPage.ts'
import { isExtensionAlive } from '../platform/isExtensionAlive.ts'
import { makeUuid } from '../platform/makeUuid.ts'
import { pagePrivacy } from '../privacy/pagePrivacy.ts'
import { startRecording } from '../record/startRecording.ts'
import { createOutbox } from './createOutbox.ts'
import { DEFAULT_SETTINGS } from './defaultSettings.ts'

/**
 * Records one document until `controller` aborts: every picture of the page is numbered and posted before an action
 * that refers to it. Starts at once with the strictest settings; the background stops it where it must not run.
 */
export function recordDocument(window: Window & typeof globalThis, controller: AbortController): void {
  const { signal } = controller
  const document_id = makeUuid()
  const outbox = createOutbox({
    onStop: () => controller.abort(),
    isAlive: isExtensionAlive,
    setTimeout: (task, ms) => window.setTimeout(task, ms),
    signal,
  })
  const settings = structuredClone(DEFAULT_SETTINGS)
  const options: ObserveOptions = {
    privacy: pagePrivacy,
    excludedPageTypes: settings.excluded_page_types,
    pageContent: settings.page_content,
  }
  // Posted first; what the study does not want is dropped by the background until the answer is here.
  outbox(async () => {
    const { settings: wanted } = await callFromRecorder('hello', { document_id, url: window.location.href })
    if (wanted) {
      Object.assign(settings.record, wanted.record)
      // In place: the recorder holds this very list.
      settings.excluded_page_types.splice(0, Number.POSITIVE_INFINITY, ...wanted.excluded_page_types)
      options.pageContent = wanted.page_content
    }
    return { stop: wanted === null }
  })

  const numbers = new WeakMap<PageView, number>()
  let views = 0
  function number(view: PageView): number {
    const known = numbers.get(view)
    if (known !== undefined) return known
    const observation_no = views++
    numbers.set(view, observation_no)
    outbox(() => callFromRecorder('observed', { document_id, observation_no, observation: view.observation }))
    return observation_no
  }

  const watcher = watchPage(window.document, options, number, signal)
  startRecording({
    window,
    page: {
      current() {
        const view = watcher.current()
        return { view, observation_no: number(view) }
      },
    },
    emit: (action) => outbox(() => callFromRecorder('acted', { action })),
    onSkipped: (reason) => outbox(() => callFromRecorder('skipped', { document_id, reason })),
    now: Date.now,
    makeId: makeUuid,
    documentId: document_id,
    record: settings.record,
    excludedPageTypes: settings.excluded_page_types,
    privacy: pagePrivacy,
    signal,
  })
}
