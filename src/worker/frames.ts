import type { PageType, Study } from '../../schemas/index.ts'
import type { AroundAnswer } from '../messaging/calls.ts'
import { matchesAny } from '../privacy/matchesPattern.ts'
import { isExcluded } from './excluded.ts'
import type { Place } from './place.ts'
import { readingText } from './readingText.ts'
import { recipeFor } from './recipeFor.ts'
import { understandReading } from './understandReading.ts'

export interface FramesDeps {
  /** What the page around a frame is; null where nobody there can tell. */
  askAround(tab_id: number): Promise<AroundAnswer | null>
  /** Whether the page that a tab shows is one of which only the type is kept, as far as is known. */
  isTypeOnly(tab_id: number): Promise<boolean>
}

/** The type of a page, by its reading; null where that cannot be read. */
function typeOf({ url, reading }: AroundAnswer, study: Study): PageType | null {
  try {
    const { data } = readingText.safeParse(reading)
    const options = { excludedPageTypes: [], pageContent: false, recipe: recipeFor(study, url) }
    return (data && understandReading(data, (text) => text, options)?.observation.page_type) ?? null
  } catch {
    return null
  }
}

/** A frame is recorded where the page around it is; what cannot be known is not recorded. */
export function createFrames({ askAround, isTypeOnly }: FramesDeps) {
  /** Answers of the page around, by the message that came from the frame. */
  const answers = new WeakMap<Place, Promise<AroundAnswer | null>>()

  function around(place: Place, tab_id: number): Promise<AroundAnswer | null> {
    const answer = answers.get(place) ?? askAround(tab_id)
    answers.set(place, answer)
    return answer
  }

  return {
    /** Asks as soon as a message is there: when its turn comes, the page around may be another. */
    ask(place: Place | null): void {
      if (place?.is_frame && place.is_live && place.tab_id !== null) void around(place, place.tab_id)
    },

    async isAllowed(place: Place, study: Study): Promise<boolean> {
      const { tab_id, is_frame, is_live, page_recorded } = place
      if (!is_frame) return true
      if (tab_id === null) return false
      if (!is_live) return page_recorded && !(await isTypeOnly(tab_id))
      const page = await around(place, tab_id)
      const patterns = study.shops.flatMap((shop) => shop.matches)
      if (page === null || !matchesAny(page.url, patterns)) return false
      const page_type = page.page_type ?? typeOf(page, study)
      return page_type !== null && !isExcluded({ url: page.url, page_type }, study)
    },
  }
}
