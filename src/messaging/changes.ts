/** Messages between the extension's own contexts, which cost little where nobody listens; no page can hear them. */
const NAME = 'changes'

let own: BroadcastChannel | null = null

/** Tells the extension's open pages that something changed. */
export function broadcastChange(): void {
  own ??= new BroadcastChannel(NAME)
  own.postMessage(null)
}

/** Calls `listener` whenever the background says that something changed, until `signal` aborts. */
export function onChange(listener: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = () => listener()
  signal.addEventListener('abort', () => channel.close())
}
