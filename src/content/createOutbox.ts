/** One message to the background, with the call that answers it. */
export type Post = () => Promise<{ stop: boolean }>

export interface OutboxDeps {
  /** The background says that this page must not be recorded any more. */
  onStop(): void
  /** False once the extension was removed or updated: nobody will ever answer. */
  isAlive(): boolean
  setTimeout(task: () => void, ms: number): unknown
  signal: AbortSignal
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 15_000

/**
 * Posts every message at once, so that the last click before a navigation still leaves, and posts what the
 * background did not answer again, all of it and in order: it may have died between two messages. Repeats are
 * harmless there.
 */
export function createOutbox(deps: OutboxDeps): (post: Post) => void {
  const waiting: Post[] = []
  let failures = 0
  let repeating = false

  function send(post: Post): Promise<boolean> {
    return post().then(
      ({ stop }) => {
        const index = waiting.indexOf(post)
        if (index >= 0) waiting.splice(index, 1)
        if (stop) deps.onStop()
        return true
      },
      () => false,
    )
  }

  async function repeat(): Promise<void> {
    repeating = false
    if (deps.signal.aborted) return
    // Handed over in one go, to keep their order; the background takes them one by one.
    const answered = await Promise.all([...waiting].map(send))
    if (answered.every(Boolean)) failures = 0
    else later()
  }

  function later(): void {
    if (!deps.isAlive()) deps.onStop()
    if (repeating || deps.signal.aborted) return
    repeating = true
    deps.setTimeout(() => void repeat(), Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++))
  }

  return (post) => {
    if (deps.signal.aborted) return
    waiting.push(post)
    void send(post).then((answered) => {
      if (!answered) later()
    })
  }
}
