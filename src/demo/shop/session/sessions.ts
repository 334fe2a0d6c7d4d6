import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { newSession, type ShopSession } from './shopSession.ts'

const COOKIE = 'harbor_session'
const MOST = 5000

/** Gives every visitor a session by cookie; the oldest go when there are too many. */
export type Sessions = (c: Context) => ShopSession

export function createSessions(): Sessions {
  const known = new Map<string, ShopSession>()
  return (c) => {
    const id = getCookie(c, COOKIE)
    const found = id ? known.get(id) : undefined
    if (found) return found
    const session = newSession(randomUUID())
    known.set(session.id, session)
    if (known.size > MOST) known.delete(known.keys().next().value as string)
    setCookie(c, COOKIE, session.id, { httpOnly: true, sameSite: 'Lax', path: '/' })
    return session
  }
}
