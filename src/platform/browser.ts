import { browser as api } from '#imports'

/** The browser's extension API, one for Chrome and Firefox. */
export const browser = api
