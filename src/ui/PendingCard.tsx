import { i18n } from '#i18n'
import type { Prediction } from '../../schemas/index.ts'
import { CandidateBars } from './CandidateBars.tsx'
import { Icon } from './Icon.tsx'
import type { Format, SidePanelProps } from './types.ts'

/** The action to come: its prediction, already committed; under `blind` only that there is one, and since when. */
export function PendingCard({
  pending,
  visibility,
  format,
}: {
  pending: Prediction | null
  visibility: SidePanelProps['visibility']
  format: Format
}) {
  return (
    <section class={`pending${pending ? ' is-locked' : ''}`} aria-labelledby="pending-title">
      <h2 id="pending-title">{i18n.t('pending.title')}</h2>
      {pending === null ? (
        <p class="quiet">{i18n.t('pending.none')}</p>
      ) : (
        <>
          <p class="commit">
            <Icon name="lock" />
            <span>{i18n.t('pending.locked', [format.preciseTime(pending.committed_at)])}</span>
          </p>
          {visibility === 'open' ? (
            <CandidateBars prediction={pending} actual={null} format={format} />
          ) : (
            <>
              <div class="veil" aria-hidden="true">
                <span />
                <span />
                <span />
              </div>
              <p class="quiet">{i18n.t('pending.blind')}</p>
            </>
          )}
        </>
      )}
    </section>
  )
}
