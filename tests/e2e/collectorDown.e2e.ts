import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { study as studySchema } from '../../schemas/index.ts'
import { buildExtension } from '../../src/chromium/buildExtension.ts'
import { callExtension } from '../../src/chromium/callExtension.ts'
import { extensionId } from '../../src/chromium/extensionId.ts'
import { grantHosts } from '../../src/chromium/grantHosts.ts'
import { joinStudy } from '../../src/chromium/joinStudy.ts'
import { launchChromium } from '../../src/chromium/launchChromium.ts'
import { startCollector } from '../../src/collector/startCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'
import { exportDataset } from '../../src/dataset/exportDataset.ts'
import type { Sent } from '../../src/messaging/calls.ts'
import { linkTo, startLinkSite } from './support/linkSite.ts'
import { freePort, loadDataset, temporary, testStudy } from './support/runPilot.ts'

let site: Awaited<ReturnType<typeof startLinkSite>>
let studyServer: Server
let studyText = ''
beforeAll(async () => {
  site = await startLinkSite()
  studyServer = createServer((_, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.end(studyText)
  })
  await new Promise<void>((resolve) => studyServer.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  site.close()
  studyServer.close()
})

test('the collector down from the joining to the end of the session: all arrives later', async () => {
  const folder = temporary('down')
  const port = await freePort()
  const file = testStudy([`${site.origin}/*`], { upload: { endpoint: `http://127.0.0.1:${port}`, hold_minutes: 0 } })
  studyText = JSON.stringify(file)
  const study = studySchema.parse(file)
  const built = grantHosts(await buildExtension(), study, join(folder, 'extension'))
  const context = await launchChromium({ profile: join(folder, 'profile'), headless: true, extension: built })
  const extension = await extensionId(context)
  const studyUrl = `http://127.0.0.1:${(studyServer.address() as AddressInfo).port}/study.json`
  await joinStudy(context, extension, studyUrl, 'test')
  const page = await context.newPage()
  await page.goto(`${site.origin}/0`)
  for (let n = 1; n <= 10; n++) await page.getByRole('link').click({ noWaitAfter: true })
  await page.getByRole('heading', { name: 'Page 10' }).waitFor()

  const down = await callExtension<Sent>(context, extension, 'finish')
  expect(down.waiting).toBeGreaterThan(20)
  expect(down.problem).toMatch(/reach/i)

  const store = await openStore(`sqlite:${join(folder, 'collector.sqlite')}`)
  const collector = await startCollector({ study, store, port })
  const up = await callExtension<Sent>(context, extension, 'send_now')
  expect(up).toEqual({ waiting: 0, quarantined: 0, problem: null })
  await context.close()
  await collector.close()

  await exportDataset({ store, out: join(folder, 'dataset') })
  await store.close()
  const { steps } = await loadDataset(join(folder, 'dataset'))
  expect(steps.flatMap(({ action }) => (action.type === 'click' ? [action.name.split('.').at(-1)] : []))).toEqual(
    Array.from({ length: 10 }, (_, n) => linkTo(n + 1)),
  )
})
