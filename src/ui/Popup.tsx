import { i18n } from '#i18n'
import { Goals } from './Goals.tsx'
import { RecordingBadge } from './RecordingBadge.tsx'
import { TwoClicks } from './TwoClicks.tsx'
import type { Format, PopupProps } from './types.ts'

const PAUSES = [15, 60, null] as const

function pauseLabel(minutes: number | null, format: Format): string {
  if (minutes === null) return i18n.t('popup.pause_open')
  if (minutes < 60) return i18n.t('popup.pause_minutes', minutes, [format.number(minutes)])
  return i18n.t('popup.pause_hours', minutes / 60, [format.number(minutes / 60)])
}

function Membership(props: PopupProps) {
  const { state, here, paused_sites, surveys, format } = props
  const { onPause, onResume, onPauseHere, onResumeHere, onResumeSite, onOpenPanel, onMyData, onSurveys, onLeave } =
    props
  const status = here?.status.kind
  const isShop = status === 'recorded' || status === 'type_only'
  const elsewhere = paused_sites.filter((site) => !(status === 'paused' && here?.site?.endsWith(site)))
  return (
    <>
      {state.kind === 'recording' && status === 'paused' && (
        <button type="button" class="button primary wide" data-action="resume-here" onClick={onResumeHere}>
          {i18n.t('popup.resume_here')}
        </button>
      )}
      {state.kind === 'recording' && (
        <fieldset class="pauses">
          <legend>{i18n.t('popup.pause')}</legend>
          {PAUSES.map((minutes) => (
            <button
              key={minutes}
              type="button"
              class="button"
              data-action="pause"
              data-minutes={minutes ?? ''}
              onClick={() => onPause(minutes)}
            >
              {pauseLabel(minutes, format)}
            </button>
          ))}
          {isShop && (
            <button type="button" class="button" data-action="pause-tab" onClick={() => onPauseHere('tab')}>
              {i18n.t('popup.pause_tab')}
            </button>
          )}
          {isShop && here?.site && (
            <button type="button" class="button" data-action="pause-site" onClick={() => onPauseHere('site')}>
              {i18n.t('popup.pause_site', [here.site])}
            </button>
          )}
        </fieldset>
      )}
      {elsewhere.length > 0 && (
        <ul class="paused-sites">
          {elsewhere.map((site) => (
            <li key={site}>
              <span>{i18n.t('here.paused_site', [site])}</span>
              <button type="button" class="link" data-action="resume-site" onClick={() => onResumeSite(site)}>
                {i18n.t('popup.resume_site')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {state.kind === 'paused' && (
        <button type="button" class="button primary wide" data-action="resume" onClick={onResume}>
          {i18n.t('popup.resume')}
        </button>
      )}
      {(surveys.due > 0 || surveys.any) && (
        <button
          type="button"
          class={surveys.due > 0 ? 'button primary wide' : 'button wide'}
          data-action="surveys"
          onClick={onSurveys}
        >
          {surveys.due > 0 ? i18n.t('survey.open', surveys.due, [format.number(surveys.due)]) : i18n.t('survey.any')}
        </button>
      )}
      <div class="popup-open">
        <button type="button" class="button" data-action="open-panel" onClick={onOpenPanel}>
          {i18n.t('popup.panel')}
        </button>
        <button type="button" class="button" data-action="my-data" onClick={onMyData}>
          {i18n.t('mydata.title')}
        </button>
      </div>
      <TwoClicks
        label={i18n.t('popup.leave')}
        warning={i18n.t('withdraw.warning')}
        confirm={i18n.t('withdraw.confirm')}
        action="leave"
        onConfirm={onLeave}
      />
    </>
  )
}

/** Behind the toolbar button, 320 px wide: what is going on, and the few things to do about it. */
export function Popup(props: PopupProps) {
  const { study_title, state, here, goals, waiting, format, onJoin, onOptions } = props
  const outside = state.kind === 'off' && (state.reason === 'not_joined' || state.reason === 'withdrawn')
  const mustAnswer = state.kind === 'off' && !outside
  return (
    <main class="shoptrace popup" data-state={state.kind}>
      <header>
        <div class="popup-top">
          <p class="brand">{i18n.t('extension_name')}</p>
          <button type="button" class="link" data-action="options" onClick={onOptions}>
            {i18n.t('popup.options')}
          </button>
        </div>
        <h1>{study_title ?? i18n.t('panel.no_study')}</h1>
      </header>
      <RecordingBadge state={state} here={here} format={format} />
      {!outside && <p class="detail">{i18n.t('upload.waiting', waiting, [format.number(waiting)])}</p>}
      {!outside && goals && <Goals goals={goals} format={format} />}
      {(outside || mustAnswer) && (
        <button type="button" class="button primary wide" data-action="join" onClick={onJoin}>
          {outside ? i18n.t('popup.join') : i18n.t('popup.review')}
        </button>
      )}
      {!outside && <Membership {...props} />}
    </main>
  )
}
