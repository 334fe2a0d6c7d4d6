const PATHS = {
  record: 'M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14z',
  pause: 'M8 5v14M16 5v14',
  stop: 'M6 6h12v12H6z',
  hit: 'm5 12.5 4.500 4.500L19 7',
  miss: 'M6 6l12 12M18 6 6 18',
  none: 'M6 12h12',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.500 11h13v9h-13zM12 14.500v2.500',
  sent: 'M12 19V6M6 11.500 12 5.500l6 6M5 21h14',
  warning: 'M12 4 2.500 20h19zM12 10v4.500M12 17v.5',
  click: 'M6 4l12 7-5.500 1.500L10 18z',
  type: 'M3 7h18v10H3zM7 13.500h10M7 10.500h.01M11 10.500h.01M15 10.500h.01',
  end: 'M14 4h5v16h-5M15 12H4M8 8l-4 4 4 4',
} as const

export type IconName = keyof typeof PATHS

/** A small drawing that says nothing to a screen reader: words stand beside it. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg class={`icon icon-${name}${filled ? ' filled' : ''}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
