import { i18n } from '#i18n'
import { Icon } from './Icon.tsx'
import { TwoClicks } from './TwoClicks.tsx'
import type { Format, WithdrawalState } from './types.ts'

/** Leaving for good: two clicks, then what the collector confirms. */
export function Withdrawal({
  withdrawal,
  joined,
  format,
  onWithdraw,
  onKeepReceipt,
}: {
  withdrawal: WithdrawalState
  joined: boolean
  format: Format
  onWithdraw(): void
  onKeepReceipt(): void
}) {
  const { kind } = withdrawal
  return (
    <section class="card" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">{i18n.t('withdraw.title')}</h2>
      {kind === 'idle' && !joined && <p class="quiet">{i18n.t('withdraw.nothing')}</p>}
      {(kind === 'idle' || kind === 'failed') && joined && (
        <>
          <p>{i18n.t('withdraw.help')}</p>
          {kind === 'failed' && (
            <p class="notice" role="alert">
              {withdrawal.message}
            </p>
          )}
          <TwoClicks
            label={i18n.t('withdraw.ask')}
            warning={i18n.t('withdraw.warning')}
            confirm={i18n.t('withdraw.confirm')}
            action="withdraw"
            onConfirm={onWithdraw}
          />
        </>
      )}
      {kind === 'working' && (
        <p class="working" role="status">
          <span class="spinner" aria-hidden="true" />
          {i18n.t('withdraw.working')}
        </p>
      )}
      {kind === 'done' && (
        <div class="receipt" role="status">
          <p>
            <strong>
              <Icon name="hit" /> {i18n.t('withdraw.done')}
            </strong>
          </p>
          {withdrawal.receipt === null ? (
            <p>{i18n.t('withdraw.later')}</p>
          ) : (
            <dl class="facts">
              <div>
                <dt>{i18n.t('withdraw.deleted')}</dt>
                <dd>
                  {i18n.t('withdraw.items', withdrawal.receipt.deleted_items, [
                    format.number(withdrawal.receipt.deleted_items),
                  ])}
                </dd>
              </div>
              <div>
                <dt>{i18n.t('withdraw.when')}</dt>
                <dd>{format.date(withdrawal.receipt.deleted_at)}</dd>
              </div>
              <div>
                <dt>{i18n.t('withdraw.participant')}</dt>
                <dd>
                  <code>{withdrawal.receipt.participant_id}</code>
                </dd>
              </div>
            </dl>
          )}
          {withdrawal.receipt?.signature && (
            <p class="actions">
              <button type="button" class="button" data-action="keep-receipt" onClick={onKeepReceipt}>
                {i18n.t('withdraw.keep_receipt')}
              </button>
            </p>
          )}
        </div>
      )}
    </section>
  )
}
