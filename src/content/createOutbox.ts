/** One message to the background, with the call that answers it. */
export type Post = () => Promise<{ stop: boolean }>

/** How a message is kept where the background cannot lose it. */
export interface Keepsake {
  key: string
  entry(): unknown
  /** True where it is kept at once, with all before it that is not answered yet; otherwise only with one that is. */
  atOnce: boolean
}

export interface OutboxDeps {
  /** The background says that this page must not be recorded any more. */
  onStop(): void
  /** False once the extension was removed or updated: nobody will ever answer. */
  isAlive(): boolean
  /** Keeps entries by key, in a place that outlives the page and the background; false where that may not be yet. */
  keep(entries: Record<string, unknown>): boolean
  setTimeout(task: () => void, ms: number): unknown
  /** Runs a task as soon as it holds up nobody; at once, where the page is being left. */
  soon(task: () => void): void
  signal: AbortSignal
}

export interface Outbox {
  post(post: Post, keepsake?: Keepsake): void
  /** Posts what waits: the page may go away. */
  postNow(): void
  /** Keeping has become possible: what waits and should have been kept at once is kept now. */
  mayKeep(): void
}

interface Waiting {
  post: Post
  keepsake: Keepsake | null
  kept: boolean
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 15_000

/**
 * Posts every message in order, and what the background did not answer again, all of it: it may have died between two
 * messages. Repeats are harmless there. A message is dropped where the background is dead and the page goes away, so
 * what must not be lost is kept first; what is kept, or only may be wanted, then waits until the participant has seen
 * what they did. What must not be lost and cannot be kept leaves at once, with all before it: the page may go away.
 */
export function createOutbox(deps: OutboxDeps): Outbox {
  const waiting: Waiting[] = []
  /** Of these, what was not posted once yet. */
  let fresh: Waiting[] = []
  let failures = 0
  let repeating = false

  function send(message: Waiting): Promise<boolean> {
    return message.post().then(
      ({ stop }) => {
        const index = waiting.indexOf(message)
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
    fresh = []
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

  function postFresh(): void {
    const messages = fresh
    fresh = []
    for (const message of messages) {
      void send(message).then((answered) => {
        if (!answered) later()
      })
    }
  }

  function keepWaiting(): void {
    const unkept = waiting.filter(({ kept, keepsake }) => keepsake && !kept)
    const entries = unkept.flatMap(({ keepsake }) => (keepsake ? [[keepsake.key, keepsake.entry()]] : []))
    if (!deps.keep(Object.fromEntries(entries))) return
    for (const message of unkept) message.kept = true
  }

  return {
    post(post, keepsake) {
      if (deps.signal.aborted) return
      const message: Waiting = { post, keepsake: keepsake ?? null, kept: false }
      waiting.push(message)
      fresh.push(message)
      if (keepsake?.atOnce) keepWaiting()
      if (!keepsake || (keepsake.atOnce && !message.kept)) postFresh()
      else if (fresh.length === 1) deps.soon(postFresh)
    },
    postNow: postFresh,
    mayKeep() {
      if (!deps.signal.aborted && waiting.some(({ keepsake }) => keepsake?.atOnce)) keepWaiting()
    },
  }
}
