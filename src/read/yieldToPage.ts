/**
 * Lets the page work and the participant's input through, then continues.
 *
 * A message to oneself queues behind what the page has waiting; `scheduler.yield` would come before it, and so hold
 * up the page's own timers and messages for as long as there is work.
 */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
