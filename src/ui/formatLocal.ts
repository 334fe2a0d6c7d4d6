import type { Format } from './types.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** Times on the device's clock, 24 hours; dates and shares in `language` (BCP 47; left out, the browser's own). */
export function formatLocal(language?: string): Format {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const seconds = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const time = (at: number) => {
    const clock = new Date(at)
    return [clock.getHours(), clock.getMinutes(), clock.getSeconds()].map(two).join(':')
  }
  return {
    time,
    preciseTime: (at) => `${time(at)}.${String(new Date(at).getMilliseconds()).padStart(3, '0')}`,
    date: (at) => date.format(at),
    percent: (value) => share.format(value),
    seconds: (duration) => seconds.format(duration / 1000),
  }
}
