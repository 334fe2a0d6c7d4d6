import { expect, test } from 'vitest'
import { formatLocal } from '../../src/ui/formatLocal.ts'

const at = new Date(2026, 10, 3, 4, 5, 6, 7).getTime()
const format = formatLocal('en')

test.each([
  ['time', format.time(at), '04:05:06'],
  ['precise time', format.preciseTime(at), '04:05:06.007'],
  ['date', format.date(at), 'Nov 3, 2026, 4:05 AM'],
  ['share', format.percent(0.625), '63%'],
  ['nothing', format.percent(0), '0%'],
  ['seconds', format.seconds(3208), '3.2 sec'],
  ['number', format.number(1440), '1,440'],
  ['clock', format.clock(at), '4:05 AM'],
  ['German precise time', formatLocal('de').preciseTime(at), '04:05:06,007'],
  ['German clock', formatLocal('de').clock(at), '04:05'],
  ['German date', formatLocal('de').date(at), '03.11.2026, 04:05'],
  ['German number', formatLocal('de').number(1440), '1.440'],
  ['German share', formatLocal('de').percent(0.625), '63 %'],
  ['German seconds', formatLocal('de').seconds(3208), '3,2 Sek.'],
  ['Spanish date', formatLocal('es').date(at), '3 nov 2026, 4:05'],
  ['Spanish time', formatLocal('es').time(at), '04:05:06'],
  ['Chinese date', formatLocal('zh-CN').date(at), '2026年11月3日 04:05'],
  ['Chinese seconds', formatLocal('zh-CN').seconds(3208), '3.2秒'],
])('%s', (_, written, expected) => expect(written.replace(/\s/g, ' ')).toBe(expected))
