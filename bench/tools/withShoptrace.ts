import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { callExtension } from '../../src/chromium/callExtension.ts'
import { extensionId } from '../../src/chromium/extensionId.ts'
import { grantHosts } from '../../src/chromium/grantHosts.ts'
import { joinStudy } from '../../src/chromium/joinStudy.ts'
import { openBrowser } from '../browser/openBrowser.ts'
import { versionOf } from '../peers/readPackage.ts'
import { builtExtension } from './builtExtension.ts'
import { startCountingCollector } from './startCountingCollector.ts'
import type { Tool } from './tool.ts'

/** The extension as it ships, joined to a study of the pages' origins, with a collector of its own. */
export const withShoptrace: Tool = {
  name: 'Shoptrace',
  version: versionOf('../.'),
  async open(origins) {
    const built = await builtExtension()
    const collector = await startCountingCollector(origins)
    const folder = mkdtempSync(join(tmpdir(), 'shoptrace-bench-'))
    const extension = grantHosts(built, collector.study, join(folder, 'extension'))
    const { context, close } = await openBrowser(extension)
    const id = await extensionId(context)
    await joinStudy(context, id, `${collector.url}/study.json`, 'test')
    return {
      context,
      flush: async () => {},
      async finish() {
        const { waiting, problem } = await callExtension<{ waiting: number; problem: string | null }>(
          context,
          id,
          'finish',
        )
        if (waiting > 0) throw new Error(`${waiting} items were not sent: ${problem}`)
        return collector.arrived
      },
      async close() {
        await close()
        await collector.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}
