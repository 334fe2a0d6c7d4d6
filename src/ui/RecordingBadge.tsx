import { i18n } from '#i18n'
import { Icon, type IconName } from './Icon.tsx'
import type { Format, OffReason, RecordingState } from './types.ts'

const ICONS: Record<RecordingState['kind'], IconName> = { recording: 'record', paused: 'pause', off: 'stop' }

const REASONS: Record<OffReason, () => string> = {
  not_joined: () => i18n.t('recording.reason.not_joined'),
  permission_missing: () => i18n.t('recording.reason.permission_missing'),
  consent_outdated: () => i18n.t('recording.reason.consent_outdated'),
  consent_unreadable: () => i18n.t('recording.reason.consent_unreadable'),
  withdrawn: () => i18n.t('recording.reason.withdrawn'),
}

function words(state: RecordingState, format: Format): { title: string; detail: string } {
  if (state.kind === 'recording') return { title: i18n.t('recording.on'), detail: i18n.t('recording.on_detail') }
  if (state.kind === 'off') return { title: i18n.t('recording.off'), detail: REASONS[state.reason]() }
  const detail =
    state.until === null
      ? i18n.t('recording.paused_detail')
      : i18n.t('recording.paused_until', [format.clock(state.until)])
  return { title: i18n.t('recording.paused'), detail }
}

/** Recording, paused, or not recording and why: told by word, shape and colour. */
export function RecordingBadge({ state, format }: { state: RecordingState; format: Format }) {
  const { title, detail } = words(state, format)
  return (
    <div class={`recording recording-${state.kind}`} role="status">
      <span class="recording-mark">
        <Icon name={ICONS[state.kind]} filled={state.kind !== 'paused'} />
      </span>
      <p>
        <strong>{title}</strong>
        <span class="recording-detail">{detail}</span>
      </p>
    </div>
  )
}
