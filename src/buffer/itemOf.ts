import type { Item } from '../../schemas/index.ts'
import type { ItemRow } from './schema.ts'

/** The item alone, as it is sent. */
export const itemOf = ({ item_id, seq, kind, data }: ItemRow): Item => ({ item_id, seq, kind, data }) as Item
