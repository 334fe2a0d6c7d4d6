interface Pattern {
  scheme: string
  host: string
  port: string
  path: string
}

const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?(?:\[[\da-f:.]+\]|[^/:*\s]+))(?::(\d{1,5}|\*))?(\/\S*)$/i

function parsePattern(pattern: string): Pattern | null {
  const match = PATTERN.exec(pattern)
  if (!match) return null
  const [, scheme = '', host = '', port = '*', path = ''] = match
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port, path }
}

const withoutDot = (host: string): string => host.replace(/\.$/, '')

function matchesHost(host: string, wanted: string): boolean {
  if (wanted === '*') return true
  if (!wanted.startsWith('*.')) return host === withoutDot(wanted)
  const domain = withoutDot(wanted.slice(2))
  return host === domain || host.endsWith(`.${domain}`)
}

/** `*` stands for any run of characters. Linear in the text for each star: the earliest place of each part will do. */
function matchesGlob(text: string, glob: string): boolean {
  const parts = glob.split('*')
  const first = parts[0] ?? ''
  const last = parts[parts.length - 1] ?? ''
  if (parts.length === 1) return text === glob
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= text.length - last.length
}

/**
 * Whether an address matches a WebExtension match pattern (`https://*.example.com/path*`), as Chrome reads them.
 *
 * `*://` is http and https; `*.` is the domain and all below it; the path is compared with path and query, case
 * counts. A pattern without a port, or with `:*`, matches every port; with one it matches that port alone, where the
 * scheme's own port counts as written out. An address or a pattern that cannot be read matches nothing.
 *
 * Source: developer.chrome.com/docs/extensions/develop/concepts/match-patterns. Firefox knows no port in patterns, so
 * there the browser is asked for the host, and this function decides.
 */
export function matchesPattern(url: string, pattern: string): boolean {
  const wanted = parsePattern(pattern)
  if (!wanted || !URL.canParse(url)) return false
  const { protocol, hostname, port, pathname, search } = new URL(url)
  const scheme = protocol.slice(0, -1)
  if (scheme !== 'http' && scheme !== 'https') return false
  if (wanted.scheme !== '*' && wanted.scheme !== scheme) return false
  const realPort = port || (scheme === 'https' ? '443' : '80')
  return (
    (wanted.port === '*' || wanted.port === realPort) &&
    matchesHost(withoutDot(hostname), wanted.host) &&
    matchesGlob(pathname + search, wanted.path)
  )
}

/** Whether an address matches one of several match patterns: "is this one of the study's shops?" */
export const matchesAny = (url: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matchesPattern(url, pattern))
