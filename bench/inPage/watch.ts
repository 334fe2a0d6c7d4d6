import { type PageWatcher, watchPage } from '../../src/read/watchPage.ts'
import { OPTIONS } from './extract.ts'
import { mutate } from './mutate.ts'

let views = 0
let watcher: PageWatcher | null = null

/** Watches the page in slices, as the recorder does. */
export function watch(): void {
  watcher = watchPage(document, OPTIONS, () => void views++, new AbortController().signal)
}

/** Pictures of the page so far. */
export const viewCount = (): number => views

/** Changes the page a little and asks for its picture in the same breath, as a click right then would, between two marks. */
export function pictureAfterMutation(): void {
  mutate()
  performance.mark('bench-picture')
  watcher?.current()
  performance.mark('bench-pictured')
}
