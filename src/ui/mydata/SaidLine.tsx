import { i18n } from '#i18n'
import type { Rationale } from '../../../schemas/index.ts'
import { BlankText } from '../BlankText.tsx'
import type { Format } from '../types.ts'
import { Raw } from './Raw.tsx'

const OUTCOMES: Record<Rationale['outcome'], () => string> = {
  answered: () => i18n.t('mydata.said.answered'),
  skipped: () => i18n.t('mydata.said.skipped'),
  missed: () => i18n.t('mydata.said.missed'),
}

/** That the participant was asked about a step, and what was said. */
export function SaidLine({ rationale, format }: { rationale: Rationale; format: Format }) {
  return (
    <div class="said" data-outcome={rationale.outcome}>
      <p>
        <span class="quiet">
          {OUTCOMES[rationale.outcome]()} <span class="entry-time">{format.time(rationale.asked_at)}</span>
        </span>
        {rationale.text !== '' && (
          <q class="said-text">
            <BlankText text={rationale.text} />
          </q>
        )}
      </p>
      <Raw value={rationale} />
    </div>
  )
}
