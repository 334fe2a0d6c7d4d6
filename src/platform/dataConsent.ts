import type { browser } from '#imports'
import type { ConsentChoices, Study } from '../../schemas/index.ts'

/** Firefox's names for kinds of data, as `wxt.config.ts` declares them. */
export type DataKind =
  | 'browsingActivity'
  | 'websiteActivity'
  | 'searchTerms'
  | 'websiteContent'
  | 'personallyIdentifyingInfo'

/** What Firefox has to be asked for besides hosts: what of a participant who chose so leaves the device. */
export function dataKinds(study: Study, choices: Pick<ConsentChoices, 'page_content'>): DataKind[] {
  return [
    'browsingActivity',
    'websiteActivity',
    'searchTerms',
    ...(study.record.page_content && choices.page_content ? (['websiteContent'] as const) : []),
    // Firefox counts age and the like, which surveys may ask for, among it.
    ...(study.surveys?.length ? (['personallyIdentifyingInfo'] as const) : []),
  ]
}

/** `data_collection` is Firefox's alone; the polyfill's types do not know it. */
type Asked = Parameters<typeof browser.permissions.request>[0]
export const withDataKinds = (origins: string[], kinds: DataKind[] | null): Asked =>
  (kinds === null ? { origins } : { origins, data_collection: kinds }) as Asked
