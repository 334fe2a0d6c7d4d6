import { HAS_DIGIT, type TextRule } from '../textRule.ts'

/** True where a run looks drawn at random rather than spelt: a long stretch without separators in both cases and with digits. */
const isRandom = (value: string): boolean =>
  value.split(/[-_/+=]/).some((part) => part.length > 19 && /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part))

/** Keys and session tokens: JSON Web Tokens, UUIDs, long hexadecimal or base64 runs. */
export const token: TextRule = {
  id: 'token',
  needs: HAS_DIGIT,
  cue: 'eyJ|AKIA|[a-z0-9_+/-]{32}|[sprx][koa][a-z]?_(?:live|test)_|gh[pousr]_|xox[abp]-|bc1q|0x[0-9a-f]{40}',
  pattern:
    /(?<![\w+/-])(?:eyJ[\w-]{8,4000}(?:\.[\w-]{1,4000}){1,2}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|AKIA[A-Z0-9]{16}|[spr]k_(?:live|test)_\w{8,200}|gh[pousr]_\w{20,200}|xox[abp]-[\w-]{10,200}|bc1q[a-z0-9]{20,80}|0x[0-9a-fA-F]{40}|[\w+/-]{32,2000}={0,2})(?![\w+/-])/g,
  accept: (value) =>
    /^(?:eyJ.*\.|[spr]k_|gh[pousr]_|xox|bc1q|0x|AKIA[A-Z0-9]{16}$|[0-9a-f-]{32,512}$)/i.test(value) || isRandom(value),
}
