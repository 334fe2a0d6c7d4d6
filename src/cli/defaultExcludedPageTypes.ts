import { type PageType, study } from '../../schemas/index.ts'

/** The page types that a study leaves out where its file does not say otherwise. */
export const defaultExcludedPageTypes = (): PageType[] => study.shape.excluded_pages.parse({}).page_types
