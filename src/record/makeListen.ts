import type { Listen } from './port.ts'

type Listener = [type: string, listener: (event: Event) => void, options: AddEventListenerOptions]

const REVEALING = ['pointerdown', 'keydown', 'focusin'] as const

/**
 * Makes the function by which all observers listen: on `window` in the capture phase, where the page cannot come
 * first, and on every open shadow root that the participant touches, since `change`, `submit` and `scroll` do not
 * leave those. Only events the browser calls trusted pass, and each passes a handler once. `renew` listens on `window`
 * anew; what still listens does not listen twice.
 */
export function makeListen(window: Window): { listen: Listen; renew(): void } {
  const listeners: Listener[] = []
  const revealing: Listener[] = []
  const roots = new WeakSet<EventTarget>()

  function reveal(event: Event): void {
    for (const node of event.composedPath() as Node[]) {
      if (node.nodeType !== 11 || roots.has(node)) continue
      roots.add(node)
      for (const listener of listeners) node.addEventListener(...listener)
    }
  }

  const listen: Listen = (types, handler, signal) => {
    const options = { capture: true, passive: true, signal }
    if (listeners.length === 0) {
      for (const type of REVEALING) {
        revealing.push([type, reveal, options])
        window.addEventListener(type, reveal, options)
      }
    }
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
  return {
    listen,
    renew() {
      for (const listener of [...revealing, ...listeners]) window.addEventListener(...listener)
    },
  }
}
