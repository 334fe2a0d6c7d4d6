import { i18n } from '#i18n'
import type { OffReason, PageInView, RecordingState } from '../../schemas/index.ts'
import { Icon, type IconName } from './Icon.tsx'
import type { Format } from './types.ts'

type Kind = 'recording' | 'type_only' | 'elsewhere' | 'paused' | 'off'

const ICONS: Record<Kind, IconName> = {
  recording: 'record',
  type_only: 'lock',
  elsewhere: 'none',
  paused: 'pause',
  off: 'stop',
}

const REASONS: Record<OffReason, () => string> = {
  not_joined: () => i18n.t('recording.reason.not_joined'),
  permission_missing: () => i18n.t('recording.reason.permission_missing'),
  consent_outdated: () => i18n.t('recording.reason.consent_outdated'),
  consent_expired: () => i18n.t('recording.reason.consent_expired'),
  study_over: () => i18n.t('recording.reason.study_over'),
  consent_unreadable: () => i18n.t('recording.reason.consent_unreadable'),
  withdrawn: () => i18n.t('recording.reason.withdrawn'),
}

interface Words {
  kind: Kind
  title: string
  detail: string
}

function wordsOf(state: RecordingState, format: Format): Words {
  if (state.kind === 'recording')
    return { kind: 'recording', title: i18n.t('recording.on'), detail: i18n.t('recording.on_detail') }
  if (state.kind === 'off') return { kind: 'off', title: i18n.t('recording.off'), detail: REASONS[state.reason]() }
  const detail =
    state.until === null
      ? i18n.t('recording.paused_detail')
      : i18n.t('recording.paused_until', [format.clock(state.until)])
  return { kind: 'paused', title: i18n.t('recording.paused'), detail }
}

/** The same for the page in view, while the study records at all. */
function wordsHere({ status, site }: PageInView): Words | null {
  switch (status.kind) {
    case 'recorded':
      return { kind: 'recording', title: i18n.t('recording.on'), detail: i18n.t('here.recorded') }
    case 'type_only':
      return { kind: 'type_only', title: i18n.t('here.type_only'), detail: i18n.t('here.type_only_detail') }
    case 'not_shop':
      return { kind: 'elsewhere', title: i18n.t('here.nothing'), detail: i18n.t('here.not_shop') }
    case 'private_window':
      return { kind: 'elsewhere', title: i18n.t('here.nothing'), detail: i18n.t('here.private_window') }
    case 'paused':
      return status.by === 'tab'
        ? { kind: 'paused', title: i18n.t('here.paused_tab'), detail: i18n.t('here.paused_tab_detail') }
        : { kind: 'paused', title: i18n.t('here.paused_site', [site ?? '']), detail: i18n.t('here.paused_site_detail') }
    case 'off':
      return null
  }
}

/**
 * Recording, paused, or not recording and why: told by word, shape and colour. With `here`, of the page in view.
 */
export function RecordingBadge({
  state,
  here = null,
  format,
}: {
  state: RecordingState
  here?: PageInView | null
  format: Format
}) {
  const { kind, title, detail } = (state.kind === 'recording' && here && wordsHere(here)) || wordsOf(state, format)
  return (
    <div class={`recording recording-${kind}`} role="status" data-recording={kind}>
      <span class="recording-mark">
        <Icon name={ICONS[kind]} filled={kind === 'recording' || kind === 'off'} />
      </span>
      <p>
        <strong>{title}</strong>
        <span class="recording-detail">{detail}</span>
      </p>
    </div>
  )
}
