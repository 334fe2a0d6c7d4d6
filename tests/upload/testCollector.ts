import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { type HttpBindings, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { type Batch, batchEnvelope, type Item, item as itemSchema, packedBatch } from '../../schemas/index.ts'
import { unpackBatch } from '../../src/delta/unpackBatch.ts'

/** How the collector treats one request; `null` where it behaves. Called before anything is stored. */
export type Mood = (batch: Batch | null, request: Request) => Response | 'drop' | 'drop_after_storing' | 'hang' | null

export interface Seen {
  batch_id: string
  item_ids: string[]
  body_sha256: string
  /** What was unzipped. */
  text: string
  headers: Headers
}

/**
 * A small collector on a real socket: stores each item once, and fails as told.
 *
 * @param isOld knows of no packed batches.
 */
export async function startTestCollector(isOld = false) {
  const items = new Map<string, unknown>()
  async function unpack(json: unknown): Promise<unknown> {
    const packed = packedBatch.safeParse(json).data
    if (!packed || isOld) return json
    const { batch_id, study_id, study_version, participant_id, created_at } = packed
    const kept = [...items.values()] as Item[]
    const contexts = packed.base_seqs.map((seq) => {
      const base = kept.find((one) => one.seq === seq)
      return base?.kind === 'observation' ? base.data.context : ''
    })
    const unpacked = await unpackBatch(packed, contexts)
    return { schema_version: 1, batch_id, study_id, study_version, participant_id, created_at, items: unpacked }
  }
  const seen: Seen[] = []
  const moods: (Mood | null)[] = []
  let always: Mood | null = null
  const app = new Hono<{ Bindings: HttpBindings }>()

  const drop = (context: Context<{ Bindings: HttpBindings }>) => {
    context.env.incoming.socket.destroy()
    return new Promise<Response>(() => {})
  }

  app.use(cors({ origin: '*', allowHeaders: ['Authorization', 'Content-Type', 'Content-Encoding'] }))

  app.post('/base/v1/batches', async (context) => {
    const raw = Buffer.from(await context.req.arrayBuffer())
    const text = gunzipSync(raw).toString()
    const batch = (await unpack(JSON.parse(text))) as Batch
    seen.push({
      batch_id: batch.batch_id,
      item_ids: batch.items?.map((one) => one.item_id) ?? [],
      body_sha256: createHash('sha256').update(raw).digest('hex'),
      text,
      headers: context.req.raw.headers,
    })
    const mood = (moods.length > 0 ? moods.shift() : always) ?? always
    const answer = mood?.(batch, context.req.raw) ?? null
    if (answer === 'drop') return drop(context)
    if (answer === 'hang') return new Promise<Response>(() => {})
    if (answer instanceof Response) return answer

    if (!batchEnvelope.safeParse(batch).success) {
      return context.json({ error: { code: 'bad_batch', message: 'Not a batch.' } }, 422)
    }
    const rejected: { item_id: string; index: number; reason: string }[] = []
    let stored = 0
    for (const [index, one] of batchEnvelope.parse(batch).items.entries()) {
      const parsed = itemSchema.safeParse(one)
      const item_id = (one as { item_id: string }).item_id
      if (!parsed.success) rejected.push({ item_id, index, reason: 'not an item' })
      else if (!items.has(item_id)) {
        items.set(item_id, parsed.data)
        stored += 1
      }
    }
    if (answer === 'drop_after_storing') return drop(context)
    const known = batch.items.length - stored - rejected.length
    return context.json({ batch_id: batch.batch_id, stored, known, rejected })
  })

  const other: { put: Mood | null; withdraw: Mood | null; calls: { path: string; body: string; auth: string }[] } = {
    put: null,
    withdraw: null,
    calls: [],
  }
  app.all('/base/v1/*', async (context) => {
    const path = context.req.path.replace('/base/v1/', '')
    const body = await context.req.text()
    other.calls.push({ path: `${context.req.method} ${path}`, body, auth: context.req.header('authorization') ?? '' })
    const answer = (path === 'withdraw' ? other.withdraw : other.put)?.(null, context.req.raw)
    if (answer === 'drop') return drop(context)
    return answer instanceof Response ? answer : context.json({})
  })

  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve)
  const { port } = await promise
  return {
    /** Ends in a slash, as a researcher might write it. */
    endpoint: `http://127.0.0.1:${port}/base/`,
    items,
    seen,
    other,
    /** The next requests are treated so, one each. */
    next: (...moodsToCome: (Mood | null)[]) => void moods.push(...moodsToCome),
    /** Every request with no mood of its own is treated so. */
    always: (mood: Mood | null) => {
      always = mood
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

export type TestCollector = Awaited<ReturnType<typeof startTestCollector>>

export const status = (code: number, message = 'told so', headers: Record<string, string> = {}): Mood => {
  return () => Response.json({ error: { code: 'told', message } }, { status: code, headers })
}
