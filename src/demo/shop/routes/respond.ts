import type { Context } from 'hono'
import { layout, type Page } from '../render/layout.ts'

/** Answers with a whole page. */
export function respond(c: Context, page: Page, status: 200 | 404 = 200): Response | Promise<Response> {
  c.header('cache-control', 'private, no-cache')
  return c.html(layout(page), status)
}

/** `wish` where it is a path of this shop, else `fallback`: nobody is sent elsewhere. */
export function ownPath(wish: unknown, fallback: string): string {
  return typeof wish === 'string' && /^\/(?![/\\])/.test(wish) ? wish : fallback
}

/** Reads a posted form as plain texts. */
export async function formTexts(c: Context): Promise<Record<string, string>> {
  const form = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(form).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value.trim()]] : [])),
  )
}
