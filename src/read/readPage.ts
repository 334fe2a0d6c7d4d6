import type { PageReading } from '../../schemas/index.ts'
import { memo } from '../text/memo.ts'
import { declaredTypes } from './declaredTypes.ts'
import { attributeOf, bodyOf, isVisible, rootOf, titleOf } from './dom.ts'
import type { Part } from './model.ts'
import type { PagePrivacy, PageView, ReadOptions } from './port.ts'
import { readRecipe } from './readRecipe.ts'
import { type Reading, TreeReader } from './readTree.ts'
import { View } from './view.ts'
import { PartWriter } from './writeReading.ts'

/** Texts scrubbed before, kept by who scrubbed them. */
const SCRUBBED = new WeakMap<PagePrivacy, (text: string) => string>()
const MOST_SCRUBBED = 20_000
/** Parameters that say what is searched for. */
const SEARCHES = /^(?:q|s|k|query|search|keywords?|_nkw|searchterm|suche|text)$/i
/** Parameters by which shop systems find their way: `route=checkout/cart`. */
const ROUTES = /^(?:route|controller|action|page|view|fuseaction|cmd|main_page|a|do|func)$/i

function scrubberOf(privacy: PagePrivacy): (text: string) => string {
  let known = SCRUBBED.get(privacy)
  if (!known) {
    known = memo((text) => privacy.scrubText(text), MOST_SCRUBBED)
    SCRUBBED.set(privacy, known)
  }
  return known
}

/** Reads pages of one document, and keeps what it may reuse from one look to the next. */
export class PageReader {
  #document: Document
  #options: ReadOptions
  #writer: PartWriter
  /** What was read of the page's elements, until something in or about them changes. */
  kept = new WeakMap<Element, Reading>()
  /** Open shadow roots come upon since this list was last emptied. */
  readonly shadowRoots: ShadowRoot[] = []
  #hasRead = false
  #declared = { key: '', types: '' }
  /** Elements and texts looked at by the last reading. */
  nodes = 0
  /** Controls in the last view. */
  controls = 0

  constructor(document: Document, options: ReadOptions) {
    this.#document = document
    this.#options = options
    this.#writer = new PartWriter(scrubberOf(options.privacy))
  }

  /** A reader of the whole page as it is now; give its result to `finish`. */
  reader(ignoreOpacity = false): TreeReader | null {
    const body = bodyOf(this.#document)
    if (!body) return null
    const pale = !isVisible(body, { opacityProperty: true })
    return new TreeReader(body, {
      privacy: this.#options.privacy,
      kept: this.kept,
      shadowRoots: this.shadowRoots,
      onBlock: (block) => this.#writer.prepare(block),
      mostlyKept: this.#hasRead,
      ignoreOpacity: ignoreOpacity || pale,
    })
  }

  /** Looks at the page in one go. */
  look(): PageView {
    const reader = this.reader()
    reader?.run(() => false)
    return this.finish(reader)
  }

  /** Makes a view of what a reader has read to the end. */
  finish(read: TreeReader | null): View {
    const steps = this.finishInSteps(read)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }

  /** The same, in steps between which the page may work. */
  *finishInSteps(read: TreeReader | null): Generator<undefined, View> {
    let reader = read
    if (reader?.sawTransparent && !reader.result.parts.some((part) => part.kind !== 'text')) {
      this.forget()
      reader = this.reader(true)
      reader?.run(() => false)
      yield
    }
    this.nodes = reader?.nodes ?? 0
    this.#hasRead = reader !== null
    return yield* this.#view(reader?.result.parts ?? [])
  }

  /** Forgets everything read so far. */
  forget(): void {
    this.kept = new WeakMap()
    this.#hasRead = false
  }

  *#view(parts: readonly Part[]): Generator<undefined, View> {
    const { privacy, recipe, url } = this.#options
    const scrub = scrubberOf(privacy)
    const address = new URL(url ?? this.#document.location?.href ?? 'about:blank')
    const told = recipe ? readRecipe(recipe, this.#document, address) : null
    yield
    const written = yield* this.#writer.write(parts, told)
    yield
    const language = attributeOf(rootOf(this.#document) as Element, 'lang') ?? ''
    const facts: Omit<PageReading, 'forms' | 'parts'> = {
      url: privacy.scrubUrl(address.href).slice(0, 2000),
      ...parametersOf(address, scrub),
      title: scrub(titleOf(this.#document).slice(0, 2000)).slice(0, 500),
      language: /^[\w-]{2,35}$/.test(language) ? language : '',
      declared: this.#declaredAt(address.href).slice(0, 2000),
      ...(recipe && told && { recipe: { id: recipe.id, page_type: told.page_type, health: told.health } }),
    }
    const reading = `${JSON.stringify(facts).slice(0, -1)},"forms":${written.forms},"parts":${written.parts}}`
    const numbers = new WeakMap<Element, number>()
    const elements: Element[][] = []
    yield* count(parts, elements, numbers)
    this.controls = elements.length
    return new View(reading, elements, numbers)
  }

  /** Types that the page declares; read again after a navigation and while it loads. */
  #declaredAt(href: string): string {
    const { readyState } = this.#document
    const key = `${readyState} ${href}`
    if (this.#declared.key !== key) this.#declared = { key, types: declaredTypes(this.#document) }
    return this.#declared.types
  }
}

/** What the parameters of an address say, of which the scrubbed address may tell none. */
function parametersOf({ search, searchParams }: URL, scrub: (text: string) => string): Partial<PageReading> {
  if (!search.includes('=')) return {}
  const all = [...searchParams]
  const isSearch = all.some(([name, value]) => value && SEARCHES.test(name))
  const route = all.flatMap(([name, value]) => (ROUTES.test(name) ? value : [])).join('/')
  return {
    asks: true,
    ...(isSearch && { searches: true }),
    ...(route && { route: scrub(route.slice(0, 500)).slice(0, 500) }),
  }
}

/** Numbers the controls among and within parts in their order, and notes the elements of each. */
function* count(
  parts: readonly Part[],
  elements: Element[][],
  numbers: WeakMap<Element, number>,
): Generator<undefined, void> {
  for (const part of parts) {
    if (part.kind === 'block') yield* count(part.parts, elements, numbers)
    else if (part.kind === 'control') {
      const own = [part.element, ...part.twins]
      for (const element of own) numbers.set(element, elements.length)
      if (elements.push(own) % 256 === 0) yield
    }
  }
}
