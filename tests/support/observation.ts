import type { Observation, PageType } from '../../schemas/index.ts'

/** An observation with this context; its id follows from `id`. */
export function observation(context: string, page_type: PageType = 'product', id = 1): Observation {
  return {
    schema_version: 1,
    observation_id: id.toString(16).padStart(64, '0'),
    url: 'https://shop.example/p',
    title: 'A page',
    page_type,
    language: 'en',
    context,
    recipe: null,
  }
}
