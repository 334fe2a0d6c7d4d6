import type { CapturedObservation, Study } from '../../schemas/index.ts'
import { matchesAny } from '../privacy/matchesPattern.ts'

/** True where only the page's type may be kept. */
export const isExcluded = (observation: Pick<CapturedObservation, 'page_type' | 'url'>, study: Study): boolean =>
  study.excluded_pages.page_types.includes(observation.page_type) ||
  matchesAny(observation.url, study.excluded_pages.matches)

/** What is kept of an excluded page. */
export const onlyType = (observation: CapturedObservation): CapturedObservation => ({
  url: URL.canParse(observation.url) ? new URL(observation.url).origin : '',
  title: '',
  page_type: observation.page_type,
  language: observation.language,
  context: '',
  recipe: null,
})
