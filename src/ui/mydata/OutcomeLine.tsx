import { i18n } from '#i18n'
import type { Format } from '../types.ts'
import type { Outcome } from './types.ts'

function words(outcome: Outcome, format: Format): string {
  switch (outcome.kind) {
    case 'working':
      return i18n.t('mydata.working')
    case 'deleted':
      return i18n.t('mydata.deleted', outcome.count, [format.number(outcome.count)])
    case 'removed':
      return i18n.t('mydata.words.removed', outcome.count, [format.number(outcome.count)])
    case 'sent':
      return outcome.problem ?? i18n.t('mydata.all_sent')
    case 'failed':
      return `${i18n.t('mydata.failed')} ${outcome.message}`
  }
}

/** What came of the last thing asked for; read out as it changes. */
export function OutcomeLine({ outcome, format }: { outcome: Outcome | null; format: Format }) {
  const bad = outcome?.kind === 'failed' || (outcome?.kind === 'sent' && outcome.problem !== null)
  return (
    <div role="status" class="outcome-line">
      {outcome && <p class={bad ? 'notice' : 'done'}>{words(outcome, format)}</p>}
    </div>
  )
}
