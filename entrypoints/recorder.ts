import { defineUnlistedScript } from '#imports'
import { recordDocument } from '../src/content/recordDocument.ts'
import { onBroadcast } from '../src/messaging/broadcast.ts'

export default defineUnlistedScript(() => {
  const world = globalThis as { shoptraceRecorder?: AbortController }
  // Injected twice (registered, and into open tabs): the second finds the first at work in the same isolated world.
  if (world.shoptraceRecorder && !world.shoptraceRecorder.signal.aborted) return
  const controller = new AbortController()
  world.shoptraceRecorder = controller
  onBroadcast('stop_recording', () => controller.abort(), controller.signal)
  recordDocument(window, controller)
})
