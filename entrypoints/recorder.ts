import { defineUnlistedScript } from '#imports'
import { recordDocument } from '../src/content/recordDocument.ts'
import { onBroadcast } from '../src/messaging/onBroadcast.ts'

export default defineUnlistedScript(() => {
  const world = globalThis as { shoptraceRecorder?: { controller: AbortController; document: Document } }
  const running = world.shoptraceRecorder
  // Injected twice (registered, and into open tabs): the second finds the first at work in the same isolated world.
  if (running?.document === document && !running.controller.signal.aborted) return
  // A frame keeps its first, empty document's window, and with it this world, when it gets its page.
  running?.controller.abort()
  const controller = new AbortController()
  world.shoptraceRecorder = { controller, document }
  onBroadcast('stop_recording', () => controller.abort(), controller.signal)
  recordDocument(window, controller)
})
