import { browser, defineContentScript } from '#imports'
export default defineContentScript({
  registration: 'runtime',
  main() {
    void browser.runtime.sendMessage({ hi: location.href })
  },
})
