import { HAS_DIGIT, type TextRule } from '../textRule.ts'

/** True where a run looks drawn at random rather than spelt: a long stretch without separators in both cases and with digits. */
const isRandom = (value: string): boolean =>
  value.split(/[-_/+=]/).some((part) => part.length > 19 && /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part))

/** Keys and session tokens: JSON Web Tokens, UUIDs, long hexadecimal or base64 runs. */
export const token: TextRule = {
  id: 'token',
  needs: HAS_DIGIT,
  cue: 'eyJ|AKIA|[a-z0-9_+/-]{32}',
  pattern:
    /(?<![\w+/-])(?:eyJ[\w-]{8,4000}(?:\.[\w-]{1,4000}){1,2}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|AKIA[A-Z0-9]{16}|[\w+/-]{32,2000}={0,2})(?![\w+/-])/g,
  accept: (value) => /^(?:eyJ.*\.|AKIA[A-Z0-9]{16}$|[0-9a-f-]{32,512}$)/i.test(value) || isRandom(value),
}
