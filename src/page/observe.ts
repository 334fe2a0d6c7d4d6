import type { CapturedObservation } from '../../schemas/index.ts'
import { arrange } from './arrange.ts'
import { countSignals } from './countSignals.ts'
import { declaredTypes } from './declaredTypes.ts'
import { attributeOf, bodyOf, isVisible, rootOf, titleOf } from './dom.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import { memo } from './memo.ts'
import type { BlockPart, ControlPart } from './model.ts'
import { nameTree } from './nameTree.ts'
import { agreedType, pageTypeOf, typesOfAddress } from './pageType.ts'
import type { NamedElement, ObserveOptions, PagePrivacy, PageView } from './port.ts'
import { readRecipe } from './readRecipe.ts'
import { type Reading, TreeReader } from './readTree.ts'
import type { Placed, Region } from './region.ts'
import { Shapes } from './shape.ts'
import { shorten } from './shorten.ts'
import { tidyTree } from './tidyTree.ts'
import { View } from './view.ts'
import { writeContext, writtenText } from './writeContext.ts'

const LONGEST_SHOWN = 80
/** Texts and addresses scrubbed before, kept by who scrubbed them. */
const SCRUBBED = new WeakMap<PagePrivacy, Pick<PagePrivacy, 'scrubText' | 'scrubUrl'>>()
const MOST_SCRUBBED = 20_000

function scrubbersOf(privacy: PagePrivacy): Pick<PagePrivacy, 'scrubText' | 'scrubUrl'> {
  let known = SCRUBBED.get(privacy)
  if (!known) {
    known = {
      scrubText: memo((text) => privacy.scrubText(text), MOST_SCRUBBED),
      scrubUrl: memo((url) => privacy.scrubUrl(url), MOST_SCRUBBED),
    }
    SCRUBBED.set(privacy, known)
  }
  return known
}

/** Looks at pages of one document, and keeps what it may reuse from one look to the next. */
export class Observer {
  #document: Document
  #options: ObserveOptions
  readonly scrub: (text: string) => string
  readonly scrubUrl: (url: string) => string
  #meanings = new WeakMap<ControlPart, Meaning>()
  #shapes: Shapes
  /** What was read of the page's elements, until something in or about them changes. */
  kept = new WeakMap<Element, Reading>()
  /** Open shadow roots come upon since this list was last emptied. */
  readonly shadowRoots: ShadowRoot[] = []
  #hasRead = false
  /** Of the last context; see `writeContext`. */
  #limits = 0
  #declared = { key: '', types: '' }
  /** Elements and texts looked at by the last reading. */
  nodes = 0
  /** Controls that the last view names. */
  controls = 0

  constructor(document: Document, options: ObserveOptions) {
    this.#document = document
    this.#options = options
    this.#shapes = new Shapes(this.meaning)
    const { scrubText, scrubUrl } = scrubbersOf(options.privacy)
    this.scrub = scrubText
    this.scrubUrl = scrubUrl
  }

  readonly meaning = (control: ControlPart): Meaning => {
    let meaning = this.#meanings.get(control)
    if (!meaning) {
      meaning = meaningOf(control, this.scrub)
      this.#meanings.set(control, meaning)
    }
    return meaning
  }

  readonly #onBlock = (block: BlockPart): void => {
    this.#shapes.prepare(block)
    for (const part of block.parts) if (part.kind === 'text') writtenText(part, this.scrub)
  }

  /** A reader of the whole page as it is now; give its result to `view`. */
  reader(ignoreOpacity = false): TreeReader | null {
    const body = bodyOf(this.#document)
    if (!body) return null
    const pale = !isVisible(body, { opacityProperty: true })
    return new TreeReader(body, {
      privacy: this.#options.privacy,
      kept: this.kept,
      shadowRoots: this.shadowRoots,
      onBlock: this.#onBlock,
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
  finish(read: TreeReader | null): PageView {
    const steps = this.finishInSteps(read)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }

  /** The same, in steps between which the page may work. */
  *finishInSteps(read: TreeReader | null): Generator<undefined, PageView> {
    let reader = read
    if (reader?.sawTransparent && !reader.result.parts.some((part) => part.kind !== 'text')) {
      this.forget()
      reader = this.reader(true)
      reader?.run(() => false)
      yield
    }
    this.nodes = reader?.nodes ?? 0
    this.#hasRead = reader !== null
    return yield* this.#view(reader?.result ?? null)
  }

  /** Forgets everything read so far. */
  forget(): void {
    this.kept = new WeakMap()
    this.#hasRead = false
  }

  /** True where `next` shows what `view` shows; `view` then names the elements of `next`. */
  refresh(view: PageView, next: PageView): boolean {
    return view instanceof View && next instanceof View && view.adopt(next)
  }

  /** Names and writes what was read. */
  *#view(reading: Reading | null): Generator<undefined, PageView> {
    const url = new URL(this.#options.url ?? this.#document.location?.href ?? 'about:blank')
    const words = typesOfAddress(url)
    const { recipe } = this.#options
    const told = recipe ? readRecipe(recipe, this.#document, url) : null
    const says = (type: 'search' | 'cart'): boolean => (told?.page_type ? told.page_type === type : words.has(type))
    const hints = { isSearch: says('search'), isCart: says('cart') }
    const root = yield* arrange(reading?.parts ?? [], {
      shapes: this.#shapes,
      meaning: this.meaning,
      scrub: this.scrub,
      hints,
      told: told?.parts ?? new Map(),
    })
    yield* tidyTree(root, null, this.meaning)
    const page_type = agreedType(
      pageTypeOf(countSignals(root, url, this.#declaredAt(url.href))),
      told?.page_type ?? null,
    )
    const excluded = this.#options.excludedPageTypes.includes(page_type)
    const { privacy } = this.#options
    const language = attributeOf(rootOf(this.#document) as Element, 'lang') ?? ''
    const observation: CapturedObservation = {
      url: excluded ? url.origin : privacy.scrubUrl(url.href).slice(0, 2000),
      title: excluded ? '' : this.scrub(titleOf(this.#document).slice(0, 2000)).slice(0, 500),
      page_type,
      language: /^[\w-]{2,35}$/.test(language) ? language : '',
      context: '',
      recipe: excluded ? null : (recipe?.id ?? null),
      ...(told && !excluded && { recipe_health: told.health }),
    }
    yield
    const names = yield* nameTree(root, this)
    const named = new WeakMap<Element, NamedElement>()
    this.controls = 0
    yield* this.#collect(root, '', 'other', names, named)
    if (this.#options.pageContent && !excluded) {
      const written = yield* writeContext(root, { meaning: this.meaning, scrub: this.scrub, names }, this.#limits)
      observation.context = written.context
      this.#limits = written.limits
    }
    return new View(observation, named, excluded)
  }

  *#collect(
    region: Region,
    path: string,
    inherited: NamedElement['click_type'],
    names: Map<Placed | Region, string>,
    into: WeakMap<Element, NamedElement>,
  ): Generator<undefined, void> {
    yield
    const click = region.click ?? inherited
    for (const part of region.parts) {
      if (part.kind === 'text') continue
      const leaf = names.get(part) ?? ''
      const name = path ? `${path}.${leaf}` : leaf
      if (part.kind === 'region') yield* this.#collect(part, name, click, names, into)
      else {
        this.controls++
        const meaning = this.meaning(part.control)
        const entry: NamedElement = {
          name,
          click_type: part.click ?? click,
          role: part.control.role,
          text: shorten(meaning.shown || meaning.said, LONGEST_SHOWN),
        }
        for (const control of [part.control, ...part.same]) {
          for (const element of [control.element, ...control.twins]) into.set(element, entry)
        }
      }
    }
  }

  /** Types that the page declares; read again after a navigation and while it loads. */
  #declaredAt(href: string): string {
    const { readyState } = this.#document
    const key = `${readyState} ${href}`
    if (this.#declared.key !== key) this.#declared = { key, types: declaredTypes(this.#document) }
    return this.#declared.types
  }
}

/**
 * Looks at a page once, whole.
 *
 * Synchronous; reads the document and writes nothing into it. Never throws on what a page contains.
 */
export const observe = (document: Document, options: ObserveOptions): PageView => new Observer(document, options).look()
