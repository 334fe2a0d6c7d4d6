import { callFromPage } from '../messaging/send.ts'
import { saveFile } from './saveFile.ts'

/**
 * Has the browser save everything that is kept on this device, as JSON: consent, study, items, and what could not be sent.
 * Put together in small parts; the token and the list of removed words are not in it.
 */
export async function saveCopy(now: number): Promise<void> {
  const [head, overview] = await Promise.all([callFromPage('copy_head', null), callFromPage('my_overview', null)])
  if (!head || !overview) return
  const start = JSON.stringify({ saved_at: new Date(now).toISOString(), ...head, set_aside: overview.aside })
  const parts = [`${start.slice(0, -1)},"items":[`]
  for (let after = 0; ; ) {
    const items = await callFromPage('copy_items', { after })
    const last = items.at(-1)
    if (!last) break
    parts.push(`${after === 0 ? '' : ','}\n${items.map((item) => JSON.stringify(item)).join(',\n')}`)
    after = last.seq
  }
  parts.push('\n]}\n')
  const name = `shoptrace-${head.study.id}-${new Date(now).toISOString().slice(0, 10)}.json`
  saveFile(name, new Blob(parts, { type: 'application/json' }))
}
