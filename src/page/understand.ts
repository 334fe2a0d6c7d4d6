import type { CapturedObservation, PageReading } from '../../schemas/index.ts'
import { arrange } from './arrange.ts'
import { countSignals } from './countSignals.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import type { ControlPart } from './model.ts'
import { nameTree } from './nameTree.ts'
import { agreedType, pageTypeOf, typesOfAddress } from './pageType.ts'
import type { NamedElement, Understanding, UnderstandOptions } from './port.ts'
import type { Placed, Region } from './region.ts'
import { relate } from './relate.ts'
import { Shapes } from './shape.ts'
import { shorten } from './shorten.ts'
import { tidyTree } from './tidyTree.ts'
import { unpack } from './unpack.ts'
import { writeContext } from './writeContext.ts'

const LONGEST_SHOWN = 80

type MeaningOf = (control: ControlPart) => Meaning

/** Meanings of controls, each worked out once. */
function rememberMeanings(): MeaningOf {
  const known = new Map<ControlPart, Meaning>()
  return (control) => {
    let meaning = known.get(control)
    if (!meaning) {
      meaning = meaningOf(control)
      known.set(control, meaning)
    }
    return meaning
  }
}

/** Notes the full name of every control within a region. */
function collect(
  region: Region,
  path: string,
  inherited: NamedElement['click_type'],
  names: Map<Placed | Region, string>,
  meaning: MeaningOf,
  into: NamedElement[],
): void {
  const click = region.click ?? inherited
  for (const part of region.parts) {
    if (part.kind === 'text') continue
    const leaf = names.get(part) ?? ''
    const name = path ? `${path}.${leaf}` : leaf
    if (part.kind === 'region') collect(part, name, click, names, meaning, into)
    else {
      const { shown, said } = meaning(part.control)
      const named: NamedElement = {
        name,
        click_type: part.click ?? click,
        role: part.control.role,
        text: shorten(shown || said, LONGEST_SHOWN),
      }
      for (const { index } of [part.control, ...part.same]) into[index] = named
    }
  }
}

/**
 * Makes an observation of a page that was read: judges what the page is for, names its controls, writes its context.
 *
 * Pure and deterministic.
 */
export function understand(reading: PageReading, options: UnderstandOptions): Understanding {
  const url = URL.canParse(reading.url) ? new URL(reading.url) : new URL('about:blank')
  const address = { url, asks: reading.asks ?? false, searches: reading.searches ?? false, route: reading.route ?? '' }
  const told = reading.recipe?.id === options.recipe?.id ? reading.recipe : undefined
  const words = typesOfAddress(address)
  const says = (type: 'search' | 'cart'): boolean => (told?.page_type ? told.page_type === type : words.has(type))
  const meaning = rememberMeanings()
  const parts = unpack(reading)
  relate(parts, meaning)
  const root = arrange(parts, {
    shapes: new Shapes(meaning),
    meaning,
    hints: { isSearch: says('search'), isCart: says('cart') },
    rules: (told && options.recipe?.parts) ?? [],
  })
  tidyTree(root, null, meaning)
  const page_type = agreedType(pageTypeOf(countSignals(root, address, reading.declared)), told?.page_type ?? null)
  const excluded = options.excludedPageTypes.includes(page_type)
  const observation: CapturedObservation = {
    url: excluded ? url.origin : reading.url,
    title: excluded ? '' : reading.title,
    page_type,
    language: reading.language,
    context: '',
    recipe: excluded ? null : (told?.id ?? null),
    ...(told && !excluded && { recipe_health: told.health }),
  }
  const named: NamedElement[] = []
  if (!excluded) {
    const names = nameTree(root, meaning)
    collect(root, '', 'other', names, meaning, named)
    if (options.pageContent) observation.context = writeContext(root, { meaning, names })
  }
  return { observation, excluded, named }
}
