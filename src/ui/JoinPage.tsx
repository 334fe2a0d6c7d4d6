import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { i18n } from '#i18n'
import { ConsentForm } from './ConsentForm.tsx'
import { ConsentText } from './ConsentText.tsx'
import { Icon } from './Icon.tsx'
import { LinkForm } from './LinkForm.tsx'
import { StudyFacts } from './StudyFacts.tsx'
import type { JoinPageProps, JoinState, Renewal } from './types.ts'

function Message({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="card message">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </section>
  )
}

function Problem({ title, children, onRetry }: { title: string; children: ComponentChildren; onRetry(): void }) {
  return (
    <section class="card message problem" role="alert">
      <h1 tabIndex={-1}>
        <Icon name="warning" /> {title}
      </h1>
      {children}
      <p class="actions">
        <button type="button" class="button primary" data-action="retry" onClick={onRetry}>
          {i18n.t('join.retry')}
        </button>
      </p>
    </section>
  )
}

function Progress({ text }: { text: string }) {
  return (
    <div class="working" role="status">
      <span class="spinner" aria-hidden="true" />
      <h1 tabIndex={-1}>{text}</h1>
    </div>
  )
}

function invitation(renewal: Renewal | null): string {
  if (!renewal) return i18n.t('join.invited')
  return renewal.why === 'expired' ? i18n.t('join.expired') : i18n.t('join.changed')
}

function Invitation({ state, props }: { state: Extract<JoinState, { kind: 'ready' }>; props: JoinPageProps }) {
  const { study, text, language, renewal } = state
  const { format } = props
  return (
    <>
      <header class="join-head">
        <p class="brand">{invitation(renewal)}</p>
        <h1 tabIndex={-1}>{study.title}</h1>
        <p class="lead">{i18n.t('join.lead', [study.contact.name])}</p>
        {renewal && (
          <p class="notice" role="status">
            <Icon name="warning" />
            {renewal.why === 'expired'
              ? i18n.t('join.expired_help', [format.date(renewal.agreed_at)])
              : i18n.t('join.changed_help', [renewal.version, format.date(renewal.agreed_at)])}
          </p>
        )}
      </header>
      <StudyFacts study={study} format={format} />
      <ConsentText study={study} text={text} language={language} onLanguage={props.onLanguage} />
      <ConsentForm
        study={study}
        again={renewal !== null}
        onAgree={props.onAgree}
        onDecline={props.onDecline}
        onKeepCopy={props.onKeepCopy}
      />
    </>
  )
}

const JOINED = {
  now: (title: string) => ({ heading: i18n.t('join.done', [title]), help: i18n.t('join.done_help') }),
  again: (title: string) => ({ heading: i18n.t('join.renewed', [title]), help: i18n.t('join.done_help') }),
  before: (title: string) => ({ heading: i18n.t('join.already', [title]), help: i18n.t('join.already_help') }),
}

function Joined({ state, props }: { state: Extract<JoinState, { kind: 'joined' }>; props: JoinPageProps }) {
  const { heading, help } = JOINED[state.how](state.title)
  return (
    <Message title={heading}>
      <p>{help}</p>
      {props.surveys > 0 && <p>{i18n.t('survey.asked')}</p>}
      <p class="actions">
        {props.surveys > 0 && (
          <button type="button" class="button primary" data-action="surveys" onClick={props.onSurveys}>
            {i18n.t('survey.open', props.surveys, [props.format.number(props.surveys)])}
          </button>
        )}
        <button
          type="button"
          class={props.surveys > 0 ? 'button' : 'button primary'}
          data-action="open-panel"
          onClick={props.onOpenPanel}
        >
          {i18n.t('common.open_panel')}
        </button>
        <button type="button" class="button" data-action="keep-copy" onClick={() => props.onKeepCopy(null)}>
          {i18n.t('common.keep_copy')}
        </button>
      </p>
    </Message>
  )
}

function Content(props: JoinPageProps) {
  const { state, onRetry } = props
  switch (state.kind) {
    case 'asking':
      return (
        <Message title={i18n.t('join.ask_title')}>
          {state.unreadable && (
            <p class="notice" role="status">
              <Icon name="warning" />
              {i18n.t('recording.reason.consent_unreadable')}
            </p>
          )}
          <LinkForm onLink={props.onLink} typed={state.typed ?? ''} problem={state.problem ?? null} />
        </Message>
      )
    case 'loading':
      return <Progress text={i18n.t('join.loading')} />
    case 'joining':
      return <Progress text={i18n.t('join.joining', [state.study.title])} />
    case 'unreachable':
      return (
        <Problem title={i18n.t('join.unreachable')} onRetry={onRetry}>
          <p>{i18n.t('join.unreachable_help', [state.url])}</p>
          <p class="detail">{state.message}</p>
        </Problem>
      )
    case 'malformed':
      return (
        <Problem title={i18n.t('join.malformed')} onRetry={onRetry}>
          <p>{i18n.t('join.malformed_help')}</p>
          <ul class="mistakes">
            {state.mistakes.map((mistake) => (
              <li key={mistake}>
                <code>{mistake}</code>
              </li>
            ))}
          </ul>
        </Problem>
      )
    case 'permission':
      return (
        <Message title={i18n.t('join.permission')}>
          <p>{i18n.t('join.permission_help', [state.study.title])}</p>
          <p class="actions">
            <button type="button" class="button primary" data-action="allow" onClick={props.onAllow}>
              {i18n.t('join.allow')}
            </button>
          </p>
        </Message>
      )
    case 'failed':
      return (
        <Problem title={i18n.t('join.failed')} onRetry={onRetry}>
          <p>{i18n.t('join.failed_help')}</p>
          <p class="detail">{state.message}</p>
        </Problem>
      )
    case 'declined':
      return (
        <Message title={i18n.t('join.declined')}>
          <p>{state.member ? i18n.t('join.declined_change_help') : i18n.t('join.declined_help')}</p>
          {state.member && (
            <p class="actions">
              <button type="button" class="button" data-action="options" onClick={props.onOptions}>
                {i18n.t('popup.options')}
              </button>
            </p>
          )}
        </Message>
      )
    case 'over':
      return (
        <Message title={i18n.t('join.over', [state.title])}>
          <p>{i18n.t('join.over_help')}</p>
          <p class="actions">
            <button type="button" class="button" data-action="options" onClick={props.onOptions}>
              {i18n.t('popup.options')}
            </button>
          </p>
        </Message>
      )
    case 'joined':
      return <Joined state={state} props={props} />
    case 'ready':
      return <Invitation state={state} props={props} />
  }
}

/** What `data-state` says: the errors are one state to whoever drives the page. */
function stateName({ kind }: JoinPageProps['state']): string {
  return kind === 'unreachable' || kind === 'malformed' || kind === 'failed' ? 'error' : kind
}

/** From the study link to the participant's choices. */
export function JoinPage(props: JoinPageProps) {
  const { kind } = props.state
  const main = useRef<HTMLElement>(null)
  const before = useRef(kind)
  // The button that was pressed is gone with what it stood in: the focus goes to the news.
  useLayoutEffect(() => {
    if (before.current !== kind && before.current !== 'loading') main.current?.querySelector('h1')?.focus()
    before.current = kind
  }, [kind])
  return (
    <main class="shoptrace join" data-state={stateName(props.state)} ref={main}>
      <Content {...props} />
    </main>
  )
}
