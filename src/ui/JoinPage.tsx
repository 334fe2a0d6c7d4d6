import type { ComponentChildren } from 'preact'
import { i18n } from '#i18n'
import type { Study } from '../../schemas/index.ts'
import { ConsentForm } from './ConsentForm.tsx'
import { Icon } from './Icon.tsx'
import { LinkForm } from './LinkForm.tsx'
import { StudyFacts } from './StudyFacts.tsx'
import type { JoinPageProps } from './types.ts'

function Message({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="card message">
      <h1>{title}</h1>
      {children}
    </section>
  )
}

function Problem({ title, children, onRetry }: { title: string; children: ComponentChildren; onRetry(): void }) {
  return (
    <section class="card message problem" role="alert">
      <h1>
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
      <h1>{text}</h1>
    </div>
  )
}

function Invitation({
  study,
  text,
  language,
  props,
}: {
  study: Study
  text: string
  language: string
  props: JoinPageProps
}) {
  return (
    <>
      <header class="join-head">
        <p class="brand">{i18n.t('join.invited')}</p>
        <h1>{study.title}</h1>
        <p class="lead">{i18n.t('join.lead', [study.contact.name])}</p>
      </header>
      <StudyFacts study={study} />
      <section class="card" aria-labelledby="consent-title">
        <h2 id="consent-title">{i18n.t('join.consent')}</h2>
        <div class="consent-text" lang={language}>
          {text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
        <p class="detail">{i18n.t('join.consent_version', [study.consent.version])}</p>
      </section>
      <ConsentForm study={study} onAgree={props.onAgree} onDecline={props.onDecline} />
    </>
  )
}

function Content(props: JoinPageProps) {
  const { state, onRetry } = props
  switch (state.kind) {
    case 'asking':
      return (
        <Message title={i18n.t('join.ask_title')}>
          <LinkForm onLink={props.onLink} />
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
    case 'failed':
      return (
        <Problem title={i18n.t('join.failed')} onRetry={onRetry}>
          <p>{state.message}</p>
        </Problem>
      )
    case 'declined':
      return (
        <Message title={i18n.t('join.declined')}>
          <p>{i18n.t('join.declined_help')}</p>
        </Message>
      )
    case 'joined':
      return (
        <Message title={state.now ? i18n.t('join.done', [state.title]) : i18n.t('join.already', [state.title])}>
          <p>{state.now ? i18n.t('join.done_help') : i18n.t('join.already_help')}</p>
          <p class="actions">
            <button type="button" class="button primary" data-action="open-panel" onClick={props.onOpenPanel}>
              {i18n.t('common.open_panel')}
            </button>
          </p>
        </Message>
      )
    case 'ready':
      return <Invitation study={state.study} text={state.text} language={state.language} props={props} />
  }
}

/** What `data-state` says: the errors are one state to whoever drives the page. */
function stateName({ kind }: JoinPageProps['state']): string {
  return kind === 'unreachable' || kind === 'malformed' || kind === 'failed' ? 'error' : kind
}

/** From the study link to the participant's choices. */
export function JoinPage(props: JoinPageProps) {
  return (
    <main class="shoptrace join" data-state={stateName(props.state)}>
      <Content {...props} />
    </main>
  )
}
