import { browser, defineBackground } from '#imports'
export default defineBackground(() => {
  browser.runtime.onMessage.addListener(async () => ({ ok: 1 }))
})
