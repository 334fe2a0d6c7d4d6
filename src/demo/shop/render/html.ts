import { html, raw } from 'hono/html'

export { html, raw }

/** Markup made with `html`: everything put into it was escaped. */
export type Html = ReturnType<typeof html>
