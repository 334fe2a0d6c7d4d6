import {
  actionIdOf,
  type ContextElement,
  type Item,
  type Observation,
  parseContext,
  rationaleIdOf,
} from '../../schemas/index.ts'
import { longCandidates, shortCandidates } from './shortCandidates.ts'

/** Stands for a value that can be told from what is there already. No column has it otherwise. */
export const TOLD = -1
/** Texts of elements are repeated up to this length, which is the most that an action has. */
const MOST_TEXT = 2000

/** The fields of an item that are known already. */
export type Row = Record<string, unknown>

/** The pages of a batch, and what an item on one of them repeats of it. */
export interface Repeated {
  addPage(page: Observation): void
  /** The value in short where the row or its page tell it already, otherwise null. */
  shorten(kind: Item['kind'], key: string, value: unknown, row: Row): number | unknown[] | null
  /** What `shorten` made short; undefined where it was not. */
  restore(kind: Item['kind'], key: string, value: unknown, row: Row): unknown
}

interface Page {
  url: string
  elements: ContextElement[]
  byName: Map<string, ContextElement>
}

export function repeated(): Repeated {
  const contents = new Map<string, Observation>()
  const pages = new Map<string, Page>()

  function pageOf(row: Row): Page | null {
    const id = row.observation_id
    const content = typeof id === 'string' ? contents.get(id) : undefined
    if (!content) return null
    const known = pages.get(content.observation_id)
    if (known) return known
    const elements = parseContext(content.context)
    const byName = new Map(elements.toReversed().map((element) => [element.name, element]))
    const page = { url: content.url, elements, byName }
    pages.set(content.observation_id, page)
    return page
  }

  /** What the row says of this field without it. */
  function told(kind: Item['kind'], key: string, row: Row): unknown {
    if (kind === 'rationale' && key === 'rationale_id') return rationaleIdOf(String(row.action_id))
    if (kind !== 'action') return undefined
    const { document_id, document_seq, name } = row
    if (key === 'action_id' && typeof document_id === 'string' && typeof document_seq === 'number') {
      return actionIdOf(document_id, document_seq)
    }
    if (key === 'url') return pageOf(row)?.url
    const element = pageOf(row)?.byName.get(String(name))
    if (key === 'click_type') return element?.click_type
    return key === 'text' && (element?.text.length ?? 0) <= MOST_TEXT ? element?.text : undefined
  }

  const areCandidates = (kind: Item['kind'], key: string): boolean => kind === 'prediction' && key === 'candidates'
  const isName = (kind: Item['kind'], key: string): boolean => kind === 'action' && key === 'name'

  return {
    addPage: (page) => void contents.set(page.observation_id, page),
    shorten(kind, key, value, row) {
      if (isName(kind, key)) return pageOf(row)?.byName.get(String(value))?.index ?? null
      if (areCandidates(kind, key)) return shortCandidates(value as unknown[], pageOf(row)?.byName ?? new Map())
      return value !== undefined && value === told(kind, key, row) ? TOLD : null
    },
    restore(kind, key, value, row) {
      if (areCandidates(kind, key) && Array.isArray(value)) return longCandidates(value, pageOf(row)?.elements ?? [])
      if (isName(kind, key) && typeof value === 'number') return pageOf(row)?.elements[value]?.name
      return value === TOLD ? told(kind, key, row) : undefined
    },
  }
}
