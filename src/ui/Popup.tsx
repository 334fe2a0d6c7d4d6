import { i18n } from '#i18n'
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
  const { state, format, onPause, onResume, onOpenPanel, onMyData, onLeave } = props
  return (
    <>
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
        </fieldset>
      )}
      {state.kind === 'paused' && (
        <button type="button" class="button primary wide" data-action="resume" onClick={onResume}>
          {i18n.t('popup.resume')}
        </button>
      )}
      <button type="button" class="button wide" data-action="open-panel" onClick={onOpenPanel}>
        {i18n.t('common.open_panel')}
      </button>
      <button type="button" class="button wide" data-action="my-data" onClick={onMyData}>
        {i18n.t('mydata.title')}
      </button>
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
  const { study_title, state, waiting, format, onJoin, onOptions } = props
  const outside = state.kind === 'off' && (state.reason === 'not_joined' || state.reason === 'withdrawn')
  const mustAnswer = state.kind === 'off' && !outside
  return (
    <main class="shoptrace popup" data-state={state.kind}>
      <header>
        <p class="brand">{i18n.t('extension_name')}</p>
        <h1>{study_title ?? i18n.t('panel.no_study')}</h1>
      </header>
      <RecordingBadge state={state} format={format} />
      {!outside && <p class="detail">{i18n.t('upload.waiting', waiting, [format.number(waiting)])}</p>}
      {(outside || mustAnswer) && (
        <button type="button" class="button primary wide" data-action="join" onClick={onJoin}>
          {outside ? i18n.t('popup.join') : i18n.t('popup.review')}
        </button>
      )}
      {!outside && <Membership {...props} />}
      <button type="button" class="link" data-action="options" onClick={onOptions}>
        {i18n.t('popup.options')}
      </button>
    </main>
  )
}
