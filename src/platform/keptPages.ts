import { nativeApi } from './nativeApi.ts'
import { sessionKeys } from './sessionKeys.ts'

/** What the background has made of pages, in `storage.session`: memory that outlives it, and no browser session. */
const PREFIX = 'page:'

const area = () => nativeApi().storage.session

/** Keys of all pages kept, the one kept first in front. */
export const listKeptPages = async (): Promise<string[]> =>
  (await sessionKeys())
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
    .sort()

export const readKeptPage = async (key: string): Promise<unknown> => (await area().get(PREFIX + key))[PREFIX + key]

/** Too little memory is no error here. */
export const keepPage = (key: string, page: unknown): Promise<void> =>
  area()
    .set({ [PREFIX + key]: page })
    .catch(() => {})

export const forgetPages = (keys: readonly string[]): Promise<void> => area().remove(keys.map((key) => PREFIX + key))
