/** What a participant typed to join: the address of a study file, or where a code is looked up. */
export type StudyAddress = { kind: 'link'; url: string } | { kind: 'code'; url: string; code: string }

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i
const HOST = /^(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d+)?$|^localhost(?::\d+)?$|^\[::1\](?::\d+)?$/i
const CODE = /^[a-z0-9]{3}-?[a-z0-9]{3}$/i

/**
 * Reads a study link (`https://…`), or a code: the collector's address, a slash, and six characters, as
 * `collector.example.edu/K7M-2QX`. Null where it is neither. Without a scheme https is meant, and http on this machine.
 */
export function parseStudyAddress(typed: string): StudyAddress | null {
  const text = typed.trim()
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return URL.canParse(text) ? { kind: 'link', url: text } : null
  const parts = text.split('/').map((part) => part.trim())
  const [host = '', ...path] = parts
  if (!HOST.test(host) || path.length === 0 || path.some((part) => part === '')) return null
  const base = `${LOOPBACK.test(host) ? 'http' : 'https'}://${host}`
  const last = path.at(-1) ?? ''
  if (!CODE.test(last)) return { kind: 'link', url: `${base}/${path.join('/')}` }
  const before = path.slice(0, -1).map((part) => `/${part}`)
  const code = last.replace('-', '').toUpperCase()
  return { kind: 'code', code, url: `${base}${before.join('')}/v1/join/${code}` }
}
