import { ReadableStream } from 'node:stream/web'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { type ConsentReceipt, type Receipt, type Study, uuid } from '../../schemas/index.ts'
import { answerRefusal } from './answerRefusal.ts'
import { ownerOf, participantOf, tokenHashOf, withdrawn } from './authorize.ts'
import { createBases } from './bases.ts'
import { sha256Of } from './bearerToken.ts'
import { checkBatch } from './checkBatch.ts'
import { checkEnrolment } from './checkEnrolment.ts'
import { checkItems } from './checkItems.ts'
import { checkRedaction } from './checkRedaction.ts'
import { joinCode, readJoinCode } from './joinCode.ts'
import { leavePolicy, leaveRoutes } from './leave/leaveRoutes.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { line, myDataLines } from './myDataLines.ts'
import { readItemPage } from './readItemPage.ts'
import { readJson } from './readJson.ts'
import { readVersion } from './readVersion.ts'
import { openSigner, type Signer } from './receipts/openSigner.ts'
import { Refusal } from './refusal.ts'
import { refusalOf } from './refusalOf.ts'
import type { Store } from './store/port.ts'
import { unpackBody } from './unpackBody.ts'

export interface CollectorOptions {
  study: Study
  store: Store
  /** Milliseconds since 1970. */
  now?: () => number
  limits?: Limits
  /** The study is over: nobody joins any more, and devices are told to stop. What they still have is taken in. */
  over?: boolean
  /** Told of every failure that is not the sender's. Gets no address and no participant. */
  log?: (line: string) => void
}

/** Methods by path: what each route answers to. */
const ROUTES: Record<string, string> = {
  '/v1/health': 'GET',
  '/v1/key': 'GET',
  '/study.json': 'GET',
  '/v1/join/:code': 'GET',
  '/v1/participants/:participant_id': 'PUT',
  '/v1/batches': 'POST',
  '/v1/redact': 'POST',
  '/v1/withdraw': 'POST',
  '/v1/leave': 'GET, POST',
  '/v1/my-data': 'GET',
}

/**
 * The collector's HTTP interface over one store and one study, without a socket: test it with `app.request`.
 *
 * Every answer that is not 2xx is a `CollectorError`. Any origin may call it, since a token, never a cookie, says
 * who calls.
 */
export function createCollector(options: CollectorOptions): Hono {
  const { study, store, now = Date.now, limits = defaultLimits, over = false, log = () => {} } = options
  const version = readVersion()
  const app = new Hono()
  const studyTag = `"${sha256Of(JSON.stringify(study)).slice(0, 32)}"`

  let signer: Promise<Signer> | null = null
  const signing = (): Promise<Signer> => {
    signer ??= openSigner(store).catch((error) => {
      // Tried anew at the next call: the store may have been locked.
      signer = null
      throw error
    })
    return signer
  }
  const signed = async (receipt: Receipt) => (await signing()).sign({ kind: 'withdrawal' as const, ...receipt })

  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'PUT', 'POST'],
      allowHeaders: ['Authorization', 'Content-Type', 'Content-Encoding'],
      exposeHeaders: ['Retry-After', 'ETag'],
      maxAge: 86_400,
    }),
  )
  app.use('/v1/leave', leavePolicy)
  app.use(
    secureHeaders({
      crossOriginResourcePolicy: 'cross-origin',
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
    }),
  )
  app.use(async (context, next) => {
    await next()
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store')
  })

  app.get('/v1/health', async (context) => {
    const counts = await store.counts()
    return context.json({ status: 'ok', version, study_id: study.id, study_version: study.version, ...counts, limits })
  })

  app.get('/v1/key', async (context) =>
    context.json({ algorithm: 'Ed25519', public_key: (await signing()).public_key }),
  )

  app.get('/study.json', (context) => {
    if (over) throw isOver()
    context.header('ETag', studyTag)
    // Devices read it again and again; the browser asks whether it has changed.
    context.header('Cache-Control', 'no-cache')
    return context.req.header('if-none-match') === studyTag ? context.body(null, 304) : context.json(study)
  })

  app.get('/v1/join/:code', (context) => {
    if (readJoinCode(context.req.param('code')) !== joinCode(study.id)) {
      throw new Refusal(404, 'wrong_code', 'There is no study with this code here. Check how it is written.')
    }
    return context.json({ study_url: `${study.upload.endpoint.replace(/\/$/, '')}/study.json` })
  })

  app.put('/v1/participants/:participant_id', async (context) => {
    const token_sha256 = tokenHashOf(context)
    const id = uuid.safeParse(context.req.param('participant_id'))
    if (!id.success) {
      throw new Refusal(422, 'bad_participant_id', 'The address must end in a version 4 UUID. Make one on the device.')
    }
    const max = limits.enrolment_bytes
    const { json } = await readJson(context.req.raw, { compressed: max, decompressed: max })
    const { consent, leave_secret_sha256: leave_sha256 } = checkEnrolment(json, id.data, study)
    if (over && (await store.findToken(token_sha256)) === null) throw isOver()
    const result = await store.enrol({ consent, token_sha256, leave_sha256, enrolled_at: now() })
    switch (result.state) {
      case 'enrolled':
      case 'known': {
        const held = (await store.consents(consent.participant_id)).find(
          ({ agreed_at, consent_version }) =>
            agreed_at === consent.agreed_at && consent_version === consent.consent_version,
        )
        if (!held) throw withdrawn()
        const { schema_version: _, participant_kind: __, ...facts } = held
        const receipt = (await signing()).sign({ kind: 'consent' as const, ...facts, confirmed_at: now() })
        return context.json(receipt satisfies ConsentReceipt, result.state === 'enrolled' ? 201 : 200)
      }
      case 'withdrawn':
        throw withdrawn()
      case 'participant_taken':
        throw new Refusal(
          409,
          'participant_taken',
          'This participant enrolled with another token. Use that token, or join anew.',
        )
      case 'token_taken':
        throw new Refusal(409, 'token_taken', 'This token belongs to another participant. Make a new one.')
      case 'kind_differs':
        throw new Refusal(
          409,
          'kind_differs',
          'The participant_kind differs from the one enrolled with. Join anew to change it.',
        )
    }
  })

  app.post('/v1/batches', async (context) => {
    const participant_id = await participantOf(context, store)
    const { json, bytes } = await readJson(context.req.raw, {
      compressed: limits.compressed_bytes,
      decompressed: limits.decompressed_bytes,
    })
    const bases = createBases((seq) => store.contextAt(participant_id, seq), limits.decompressed_bytes)
    const { batch_id, items: candidates } = checkBatch(await unpackBody(json, bases), participant_id, study)
    const checked = await checkItems(candidates, bases)
    const result = await store.storeBatch({
      participant_id,
      batch_id,
      body_sha256: sha256Of(bytes),
      received_at: now(),
      ...checked,
    })
    switch (result.state) {
      case 'stored':
      case 'repeated':
        return context.json(result.acknowledgement)
      case 'batch_id_reused':
        throw new Refusal(
          409,
          'batch_id_reused',
          'A batch with this id and another content is stored. Send this one under a new batch_id.',
        )
      case 'gone':
        throw withdrawn()
    }
  })

  app.post('/v1/redact', async (context) => {
    const participant_id = await participantOf(context, store)
    const { json } = await readJson(context.req.raw, {
      compressed: limits.compressed_bytes,
      decompressed: limits.decompressed_bytes,
    })
    const result = await store.redact(checkRedaction(json, participant_id, study), now())
    if (result.state === 'gone') throw withdrawn()
    return context.json(result.receipt)
  })

  app.post('/v1/withdraw', async (context) => {
    const owner = await ownerOf(context, store)
    const receipt = owner.state === 'withdrawn' ? owner.receipt : await store.withdraw(owner.participant_id, now())
    if (!receipt) throw withdrawn()
    return context.json(await signed(receipt))
  })

  leaveRoutes(app, { study, store, now, limits, sign: signed })

  app.get('/v1/my-data', async (context) => {
    const participant_id = await participantOf(context, store)
    const page = readItemPage(context.req.query())
    const lines = page ? (await store.itemPage(participant_id, page)).map(line) : myDataLines(store, participant_id)
    const headers = { 'Content-Type': 'application/x-ndjson; charset=utf-8' }
    return new Response(ReadableStream.from(lines) as BodyInit, { headers })
  })

  for (const [path, method] of Object.entries(ROUTES)) {
    app.all(path, (context) => {
      context.header('Allow', method)
      throw new Refusal(405, 'wrong_method', `Call ${path} with ${method}.`)
    })
  }
  app.notFound((context) => {
    const known = Object.entries(ROUTES).map(([path, method]) => `${method} ${path}`)
    return answerRefusal(
      context,
      new Refusal(404, 'not_found', `There is no such address. There are: ${known.join(', ')}.`),
    )
  })
  app.onError((error, context) => answerRefusal(context, refusalOf(error, context, log)))
  return app
}

const isOver = () => new Refusal(410, 'study_over', 'The study is over. Stop recording; participants may still leave.')
