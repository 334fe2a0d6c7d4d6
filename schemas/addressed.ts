import type { Item } from './item.ts'
import { observationId } from './observationId.ts'

/** The item under the id that its content gives it. */
export async function addressed(item: Item): Promise<Item> {
  if (item.kind !== 'observation') return item
  const { schema_version: _, observation_id: __, ...captured } = item.data
  const observation_id = await observationId(captured)
  return { ...item, item_id: observation_id, data: { ...item.data, observation_id } }
}
