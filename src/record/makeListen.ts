import type { Listen } from './port.ts'

const REVEALING = ['pointerdown', 'keydown', 'focusin'] as const

/**
 * Makes the function by which all observers listen: on `window` in the capture phase, where the page cannot come
 * first, and on every open shadow root that the participant touches, since `change`, `submit` and `scroll` do not
 * leave those. Only events the browser calls trusted pass, and each passes a handler once.
 */
export function makeListen(window: Window): Listen {
  const listeners: [type: string, listener: (event: Event) => void, options: AddEventListenerOptions][] = []
  const roots = new WeakSet<EventTarget>()

  function reveal(event: Event): void {
    for (const node of event.composedPath() as Node[]) {
      if (node.nodeType !== 11 || roots.has(node)) continue
      roots.add(node)
      for (const listener of listeners) node.addEventListener(...listener)
    }
  }

  return (types, handler, signal) => {
    const options = { capture: true, passive: true, signal }
    if (listeners.length === 0) for (const type of REVEALING) window.addEventListener(type, reveal, options)
    const seen = new WeakSet<Event>()
    const listener = (event: Event) => {
      if (!event.isTrusted || seen.has(event)) return
      seen.add(event)
      handler(event as never)
    }
    for (const type of types) {
      listeners.push([type, listener, options])
      window.addEventListener(type, listener, options)
    }
  }
}
