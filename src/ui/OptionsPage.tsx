import { i18n } from '#i18n'
import { ModelSettings } from './ModelSettings.tsx'
import { RecordingBadge } from './RecordingBadge.tsx'
import type { OptionsPageProps } from './types.ts'
import { Withdrawal } from './Withdrawal.tsx'

/** Name and address, of which the address can be written to. */
function Contact({ text }: { text: string }) {
  const [mail] = text.match(/\S+@\S+$/) ?? []
  if (!mail) return text
  return (
    <>
      {text.slice(0, -mail.length)}
      <a href={`mailto:${mail}`}>{mail}</a>
    </>
  )
}

function Membership({ study, state, format, onOpenPanel, onJoin, onKeepCopy }: OptionsPageProps) {
  return (
    <section class="card" aria-labelledby="study-title">
      <h2 id="study-title">{i18n.t('options.study')}</h2>
      <RecordingBadge state={state} format={format} />
      {study ? (
        <dl class="facts">
          <div>
            <dt>{i18n.t('options.study_name')}</dt>
            <dd>{study.title}</dd>
          </div>
          <div>
            <dt>{i18n.t('join.who')}</dt>
            <dd>
              <Contact text={study.contact} />
            </dd>
          </div>
          <div>
            <dt>{i18n.t('options.joined')}</dt>
            <dd>{format.date(study.agreed_at)}</dd>
          </div>
          <div>
            <dt>{i18n.t('withdraw.participant')}</dt>
            <dd>
              <code>{study.participant_id}</code>
            </dd>
          </div>
        </dl>
      ) : (
        <p class="quiet">{i18n.t('options.no_study')}</p>
      )}
      <p class="actions">
        <button type="button" class="button" data-action="open-panel" onClick={onOpenPanel}>
          {i18n.t('common.open_panel')}
        </button>
        {study && (
          <button type="button" class="button" data-action="keep-copy" onClick={onKeepCopy}>
            {i18n.t('common.keep_copy')}
          </button>
        )}
        {state.kind === 'off' && (
          <button type="button" class="button primary" data-action="join" onClick={onJoin}>
            {study ? i18n.t('popup.review') : i18n.t('popup.join')}
          </button>
        )}
      </p>
    </section>
  )
}

/** Status of the study, the key for an outside model, leaving. */
export function OptionsPage(props: OptionsPageProps) {
  const { study, state, withdrawal, version, format } = props
  // What is left of a consent that cannot be read may still be enough to have the data deleted.
  const canLeave = study !== null || (state.kind === 'off' && state.reason === 'consent_unreadable')
  return (
    <main class="shoptrace options" data-state={study ? 'joined' : 'not-joined'}>
      <header>
        <p class="brand">{i18n.t('extension_name')}</p>
        <h1>{i18n.t('options.title')}</h1>
      </header>
      <Membership {...props} />
      <ModelSettings {...props} />
      <Withdrawal
        withdrawal={withdrawal}
        joined={canLeave}
        format={format}
        onWithdraw={props.onWithdraw}
        onKeepReceipt={props.onKeepReceipt}
      />
      <footer class="detail">{i18n.t('options.version', [version])}</footer>
    </main>
  )
}
