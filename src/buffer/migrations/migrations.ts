import type { Migration } from '../schema.ts'
import { toVersion1 } from './toVersion1.ts'
import { toVersion2 } from './toVersion2.ts'

/** Every version step of the database in order: the first makes version 1. Steps are added, never changed. */
export const migrations: readonly Migration[] = [toVersion1, toVersion2]
