import { defineUnlistedScript } from '#imports'
import { createCornerApp } from '../src/app/createCornerApp.tsx'

/** Injected when there is something to show, again and again: the first stays, and asks what there is now. */
export default defineUnlistedScript(() => {
  const world = globalThis as { shoptraceCorner?: ReturnType<typeof createCornerApp> }
  world.shoptraceCorner ??= createCornerApp(window)
  world.shoptraceCorner.refresh().catch(() => {})
})
