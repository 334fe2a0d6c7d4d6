import { HAS_CUE, type TextRule } from '../textRule.ts'

/** What base64 of either alphabet says, where that is plain text. */
function decoded(value: string): string {
  try {
    const text = atob(value.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is no plain text is no hidden address
    return /^[\x09-\x0d\x20-\x7e]+$/.test(text) ? text : ''
  } catch {
    return ''
  }
}

/** An e-mail address or a long number in base64, as links and `data-*` hand them on. */
export const encoded: TextRule = {
  id: 'token',
  needs: HAS_CUE,
  cue: '[a-z0-9+/_-]{14}',
  pattern: /(?<![\w+/-])[A-Za-z0-9+/_-]{14,400}={0,2}(?![\w+/=-])/g,
  accept: (value) => /[A-Z]/.test(value) && /[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()-]{8,}/.test(decoded(value)),
}
