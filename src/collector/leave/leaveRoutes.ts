import type { Hono, MiddlewareHandler } from 'hono'
import type { Receipt, Study } from '../../../schemas/index.ts'
import { sha256Of } from '../bearerToken.ts'
import type { Limits } from '../limits.ts'
import { readJson } from '../readJson.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/port.ts'
import { LEAVE_POLICY, leavePage } from './leavePage.ts'
import { readLeaveSecret } from './readLeaveSecret.ts'

export interface LeaveOptions {
  study: Study
  store: Store
  now(): number
  limits: Limits
  sign(receipt: Receipt): Promise<Receipt>
}

/** Lets the page run its own script and nothing else. To be used before whatever else sets a policy. */
export const leavePolicy: MiddlewareHandler = async (context, next) => {
  await next()
  context.res.headers.set('Content-Security-Policy', LEAVE_POLICY)
}

/**
 * `/v1/leave`: the page that an uninstalled extension leads to, and what it asks for.
 *
 * The secret stands in the address's fragment, which browsers do not send, so it is in no log.
 */
export function leaveRoutes(app: Hono, { study, store, now, limits, sign }: LeaveOptions): void {
  app.get('/v1/leave', (context) => {
    const { language, html } = leavePage(study, context.req.header('accept-language'))
    context.header('Content-Language', language)
    context.header('Vary', 'Accept-Language')
    return context.html(html)
  })

  app.post('/v1/leave', async (context) => {
    const max = limits.enrolment_bytes
    const { json } = await readJson(context.req.raw, { compressed: max, decompressed: max })
    const leaver = await store.findLeaver(sha256Of(readLeaveSecret(json)))
    if (!leaver) throw new Refusal(404, 'unknown_secret', 'Nothing is stored under this secret.')
    const receipt = leaver.state === 'withdrawn' ? leaver.receipt : await store.withdraw(leaver.participant_id, now())
    if (!receipt) throw new Refusal(404, 'unknown_secret', 'Nothing is stored under this secret.')
    return context.json(await sign(receipt))
  })
}
