import type { SeenAction } from '../../schemas/index.ts'
import { makeListen } from './makeListen.ts'
import { observeClicks } from './observeClicks.ts'
import { observeInputs } from './observeInputs.ts'
import { observeNavigation } from './observeNavigation.ts'
import { observeScroll } from './observeScroll.ts'
import { observeSubmits } from './observeSubmits.ts'
import { observeVisibility } from './observeVisibility.ts'
import type { CurrentPage, Emit, Happening, RecordContext, RecorderDeps } from './port.ts'
import { trackAttention } from './trackAttention.ts'
import { trackGestures } from './trackGestures.ts'
import { trackTyping } from './trackTyping.ts'

/**
 * Records one document until `signal` aborts: calls `emit` for every action, in order and before the handler of its
 * event returns, so that a click that navigates away is posted first. `document_seq` counts from 0 without holes.
 * Call it at document start: listeners come first then. Writes nothing into the page.
 *
 * @returns listens anew, where the page took every listener away: `document.open` does.
 */
export function startRecording(deps: RecorderDeps): () => void {
  const { window, privacy, signal, now } = deps
  const { listen, renew } = makeListen(window)
  const tasks: ((happening: Happening) => void)[] = []
  let document_seq = 0
  let latest: CurrentPage | null = null
  let lastObservation = -1
  let hasSkipped = false

  const emit: Emit = (happening, page, at) => {
    if (signal.aborted) return
    if (happening.type !== 'scroll') for (const task of tasks) task(happening)
    if (!isWanted(happening, deps.record)) return
    if (page) lastObservation = page.observation_no
    const isStep = happening.type === 'click' || happening.type === 'type_and_submit'
    deps.emit({
      timestamp: at ?? now(),
      document_id: deps.documentId,
      document_seq: document_seq++,
      observation_no: page?.observation_no ?? null,
      ...happening,
      ...(isStep && attended()),
    } as SeenAction)
  }

  const shared: RecordContext = {
    window,
    privacy,
    now,
    listen,
    current() {
      latest = deps.page.current()
      // Not known yet, the background drops what is done there.
      if (!latest?.view.understood?.excluded) return latest
      if (!hasSkipped) deps.onSkipped('excluded_page')
      hasSkipped = true
    },
    latest: () => latest,
    lastObservation: () => lastObservation,
    beforeEach: (task) => tasks.push(task),
  }
  const attended = trackAttention(shared, signal)
  const context = { ...shared, gestures: trackGestures(shared, signal), typing: trackTyping(shared, emit) }
  if (!deps.isFrame) observeNavigation(context, emit, signal)
  observeInputs(context, emit, signal)
  observeSubmits(context, emit, signal)
  observeClicks(context, emit, signal)
  observeScroll(context, emit, signal)
  if (!deps.isFrame) observeVisibility(context, emit, signal)
  return renew
}

function isWanted({ type }: Happening, record: RecorderDeps['record']): boolean {
  if (type === 'input' || type === 'scroll') return record[type]
  if (type === 'navigate') return record.navigation
  return type === 'tab' ? record.tabs : true
}
