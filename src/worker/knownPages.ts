import { z } from 'zod'
import { clickType } from '../../schemas/index.ts'

const page = z.object({
  /** Nothing that is done there is kept. */
  excluded: z.boolean(),
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

/** Pages known at most: a few for each of the tabs that somebody shops in at once. */
const MOST = 40

/** The names of pages, for the actions that refer to them, in a memory that outlives the background. */
export function createKnownPages(deps: KnownPagesDeps) {
  const memory = new Map<string, KnownPage>()
  /** Keys in what outlives the background, by document and number; the one kept first in front. */
  let kept: Promise<Map<string, string>> | null = null
  const idOf = (document_id: string, observation_no: number): string => `${document_id}:${observation_no}`
  const keysById = (): Promise<Map<string, string>> => {
    kept ??= deps.list().then((keys) => new Map(keys.map((key) => [key.slice(key.indexOf(':') + 1), key])))
    return kept
  }

  return {
    async remember(document_id: string, observation_no: number, known: KnownPage): Promise<void> {
      const id = idOf(document_id, observation_no)
      memory.set(id, known)
      const keys = await keysById()
      const key = keys.get(id) ?? `${String(deps.now()).padStart(15, '0')}:${id}`
      keys.set(id, key)
      await deps.keep(key, known)
      const old = [...keys].slice(0, Math.max(0, keys.size - MOST))
      if (old.length === 0) return
      for (const [each] of old) {
        keys.delete(each)
        memory.delete(each)
      }
      await deps.forget(old.map(([, oldKey]) => oldKey))
    },

    /** Null where the page was never seen, or too long ago. */
    async find(document_id: string, observation_no: number | null): Promise<KnownPage | null> {
      if (observation_no === null) return null
      const id = idOf(document_id, observation_no)
      const known = memory.get(id)
      if (known) return known
      const key = (await keysById()).get(id)
      return key === undefined ? null : (page.safeParse(await deps.read(key)).data ?? null)
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
