import { HAS_DIGIT, type TextRule } from '../textRule.ts'

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)'
const GROUP = '[0-9a-f]{1,4}'

/** IPv4 addresses, not version numbers. */
export const ipv4: TextRule = {
  id: 'ip',
  needs: HAS_DIGIT,
  pattern: new RegExp(
    `(?<![\\d.]|\\bv\\.?|version |firmware )${OCTET}(?:\\.${OCTET}){3}(?!\\d|\\.\\d| ?(?:firmware|version))`,
    'gi',
  ),
}

/** IPv6 addresses, whole or with `::`, and MAC addresses. */
export const ipv6: TextRule = {
  id: 'ip',
  needs: HAS_DIGIT,
  pattern: new RegExp(
    `(?<![0-9a-z:])(?:(?:${GROUP}:){7}${GROUP}|(?:${GROUP}:){1,6}(?::${GROUP}){1,6}|(?:${GROUP}:){2,7}:|[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})(?![0-9a-z:])`,
    'gi',
  ),
  accept: (value) => (value.includes(':') ? /\d/ : /\d.*[a-f]|[a-f].*\d/i).test(value),
}
