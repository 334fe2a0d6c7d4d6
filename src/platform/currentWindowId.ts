import { browser } from '#imports'

/** Id of the window this page stands in. */
export const currentWindowId = async (): Promise<number> => (await browser.windows.getCurrent()).id ?? 0
