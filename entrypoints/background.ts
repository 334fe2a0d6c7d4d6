import { browser, defineBackground } from '#imports'
import { receive } from '../src/messaging/receive.ts'
import { guardStorage } from '../src/platform/guardStorage.ts'
import { onJournal } from '../src/platform/journal.ts'
import { onKeyChange } from '../src/platform/stored.ts'
import { createWorker } from '../src/worker/createWorker.ts'

export default defineBackground({
  type: 'module',
  main() {
    const worker = createWorker({ isFirefox: import.meta.env.FIREFOX, now: Date.now })
    // All listeners before the first await: an event that wakes the worker is lost otherwise.
    receive(worker.recorder, worker.page)
    browser.alarms.onAlarm.addListener(() => void worker.tick())
    browser.permissions.onAdded.addListener(() => void worker.permissionsChanged())
    browser.permissions.onRemoved.addListener(() => void worker.permissionsChanged())
    browser.runtime.onStartup.addListener(() => void worker.browserStarted())
    browser.tabs.onRemoved.addListener((tab) => void worker.tabClosed(tab))
    onJournal(worker.journalChanged)
    onKeyChange(() => void worker.keysChanged())
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/join.html') })
    })
    guardStorage().catch((error) => console.error('Shoptrace: content scripts can reach the storage.', error))
    void browser.alarms.create('tick', { periodInMinutes: 0.5 })
    void worker.wake()
  },
})
