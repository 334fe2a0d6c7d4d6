import type { PageReading, PageType, Recipe } from '../../schemas/index.ts'
import { understand } from '../page/understand.ts'
import { scrubCaptured } from '../privacy/scrubItem.ts'
import { scrubReading } from '../privacy/scrubReading.ts'
import type { PageLook } from './pageScript.ts'

/** Makes of a page that was read what the background makes of it: nothing of a page of a type in `excludedPageTypes`. */
export function understandLook(look: PageLook, excludedPageTypes: readonly PageType[], recipe: Recipe | null) {
  const start = performance.now()
  const reading = scrubReading(JSON.parse(look.reading) as PageReading)
  const { observation, named } = understand(reading, { excludedPageTypes, pageContent: true, recipe })
  const elements = look.elements.flatMap(({ control, ...element }) => {
    const name = named[control]
    return name ? { ...name, ...element } : []
  })
  const captured = scrubCaptured(observation)
  const understand_ms = performance.now() - start
  return { observation: captured, elements, stats: { ...look.stats, understand_ms } }
}

export type Look = ReturnType<typeof understandLook>
