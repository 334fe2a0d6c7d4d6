import { z } from 'zod'
import { clickType } from '../../schemas/index.ts'

const page = z.object({
  /** Why nothing that is done there is kept, or null. */
  closed: z.enum(['excluded_page', 'invalid']).nullable(),
  /** The controls of its reading, by number. */
  named: z.array(z.object({ name: z.string(), click_type: clickType, role: z.string(), text: z.string() })),
})

/** What is to be known of a page while actions may refer to it. */
export type KnownPage = z.infer<typeof page>

export interface KnownPagesDeps {
  list(): Promise<string[]>
  read(key: string): Promise<unknown>
  keep(key: string, page: KnownPage): Promise<void>
  forget(keys: readonly string[]): Promise<void>
  /** Milliseconds since 1970. */
  now(): number
}

/** Pages known at most while the background runs: what is typed may stand on a page of long ago. */
const MOST = 300
/** Of these, how many outlive the background, and up to how many controls: that memory is small, and others need it. */
const MOST_KEPT = 20
/** How many are forgotten at a time. */
const FORGOTTEN = 5
const MOST_CONTROLS = 1000

/** The names of pages, for the actions that refer to them, in a memory that outlives the background. */
export function createKnownPages(deps: KnownPagesDeps) {
  /** The one asked for last comes last. */
  const memory = new Map<string, KnownPage>()
  /** Keys in what outlives the background, by document and number; the one kept first in front. */
  let kept: Promise<Map<string, string>> | null = null
  const idOf = (document_id: string, observation_no: number): string => `${document_id}:${observation_no}`
  const keysById = (): Promise<Map<string, string>> => {
    kept ??= deps.list().then(
      (keys) => new Map(keys.map((key) => [key.slice(key.indexOf(':') + 1), key])),
      () => {
        kept = null
        return new Map()
      },
    )
    return kept
  }

  function note(id: string, known: KnownPage): void {
    memory.delete(id)
    memory.set(id, known)
    const [oldest] = memory.keys()
    if (memory.size > MOST && oldest !== undefined) memory.delete(oldest)
  }

  async function outlive(id: string, known: KnownPage): Promise<void> {
    if (known.named.length > MOST_CONTROLS) return
    const keys = await keysById()
    const key = keys.get(id) ?? `${String(deps.now()).padStart(15, '0')}:${id}`
    keys.set(id, key)
    await deps.keep(key, known)
    const old = keys.size > MOST_KEPT ? [...keys].slice(0, keys.size - MOST_KEPT + FORGOTTEN - 1) : []
    for (const [each] of old) keys.delete(each)
    if (old.length > 0) await deps.forget(old.map(([, oldKey]) => oldKey))
  }

  return {
    async remember(document_id: string, observation_no: number, known: KnownPage): Promise<void> {
      const id = idOf(document_id, observation_no)
      note(id, known)
      // What it cannot keep costs names, not steps.
      await outlive(id, known).catch(() => {})
    },

    /** Null where the page was never seen, or too long ago. */
    async find(document_id: string, observation_no: number | null): Promise<KnownPage | null> {
      if (observation_no === null) return null
      const id = idOf(document_id, observation_no)
      const known = memory.get(id)
      if (known) {
        note(id, known)
        return known
      }
      const key = (await keysById()).get(id)
      return key === undefined ? null : (page.safeParse(await deps.read(key).catch(() => null)).data ?? null)
    },

    /** Forgets all of them: nothing may be recorded any more. */
    async forget(): Promise<void> {
      memory.clear()
      kept = null
      await deps.forget(await deps.list())
    },
  }
}

export type KnownPages = ReturnType<typeof createKnownPages>
