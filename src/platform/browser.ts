/** The browser's extension API, one for Chrome and Firefox. */
export { browser } from '#imports'
