import type { Format } from './types.ts'

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const

/**
 * Times on the device's clock, dates and numbers, as `language` (BCP 47; left out, the browser's own) writes them.
 * Times that are compared with a log are in 24 hours everywhere; those that a person waits for are not.
 */
export function formatLocal(language?: string): Format {
  const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options)
  const time = of(CLOCK)
  const preciseTime = of({ ...CLOCK, fractionalSecondDigits: 3 })
  const clock = of({ timeStyle: 'short' })
  const date = of({ dateStyle: 'medium', timeStyle: 'short' })
  const number = new Intl.NumberFormat(language)
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const seconds = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  return {
    time: (at) => time.format(at),
    preciseTime: (at) => preciseTime.format(at),
    clock: (at) => clock.format(at),
    date: (at) => date.format(at),
    number: (value) => number.format(value),
    percent: (value) => share.format(value),
    seconds: (duration) => seconds.format(duration / 1000),
  }
}
