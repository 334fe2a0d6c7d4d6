/** Longest wait for a frame, ms: none comes in a tab behind, nor in a frame out of sight. */
const PATIENCE = 100

/** Runs `task` once the page has drawn what just happened, so that it does not hold that up. */
export function afterPaint(window: Window, task: () => void): void {
  let isDone = false
  const once = (): void => {
    if (!isDone) task()
    isDone = true
  }
  window.requestAnimationFrame(() => window.setTimeout(once))
  window.setTimeout(once, PATIENCE)
}
