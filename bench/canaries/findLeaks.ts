import type { Canary } from './canary.ts'

/** Percent-encoded and `\u`-escaped characters as themselves; what is ill-formed stays. */
function decodeAll(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/(?:%[\da-f]{2}){2,}/gi, (run) => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run
      }
    })
}

/** The longest run of letters and digits, lower case: quicker to look for than the whole pattern. */
const longestRun = (needle: RegExp): string =>
  needle.source
    .split(/\(\?:.*?\)\{0,3\}/)
    .sort((a, b) => b.length - a.length)[0]
    ?.toLowerCase() ?? ''

/** Those of `canaries` that stand somewhere in `texts`, however written. */
export function findLeaks(texts: readonly string[], canaries: readonly Canary[]): Canary[] {
  const all = texts.flatMap((text) => (/%|\\u/.test(text) ? [text, decodeAll(text)] : [text]))
  const lower = all.map((text) => text.toLowerCase())
  return canaries.filter(({ needle }) => {
    const run = longestRun(needle)
    return lower.some((text, index) => text.includes(run) && needle.test(all[index] as string))
  })
}
