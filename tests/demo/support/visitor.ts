import type { Hono } from 'hono'

export interface Answer {
  status: number
  /** Path after every redirect. */
  path: string
  text: string
  /** Statuses of the redirects on the way. */
  redirects: number[]
}

/** A visitor without client script: keeps the cookie, follows redirects, submits forms. No socket. */
export interface Visitor {
  get(path: string): Promise<Answer>
  post(path: string, form?: Record<string, string>): Promise<Answer>
}

export function visit(app: Hono): Visitor {
  let cookie = ''
  const go = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const redirects: number[] = []
    let at = path
    let response = await app.request(at, { ...init, headers: { cookie, ...init.headers } })
    for (;;) {
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      const location = response.headers.get('location')
      if (!location) return { status: response.status, path: at, text: await response.text(), redirects }
      redirects.push(response.status)
      at = location
      response = await app.request(at, { headers: { cookie } })
    }
  }
  return {
    get: (path) => go(path),
    post: (path, form = {}) =>
      go(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}
