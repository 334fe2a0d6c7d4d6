import { expect, test } from 'vitest'
import { formatLocal } from '../../src/ui/formatLocal.ts'

const at = new Date(2026, 10, 3, 4, 5, 6, 7).getTime()
const format = formatLocal('en')

test.each([
  ['time', format.time(at), '04:05:06'],
  ['precise time', format.preciseTime(at), '04:05:06.007'],
  ['date', format.date(at).replace(/\s/g, ' '), 'Nov 3, 2026, 4:05 AM'],
  ['share', format.percent(0.625), '63%'],
  ['nothing', format.percent(0), '0%'],
  ['seconds', format.seconds(3208), '3.2'],
  ['language', formatLocal('de').seconds(3208), '3,2'],
])('%s', (_, written, expected) => expect(written).toBe(expected))
