import { i18n } from '#i18n'
import { Icon } from './Icon.tsx'
import type { Format, UploadState } from './types.ts'

/** What waits on the device, when something was sent last, and what is wrong. */
export function UploadLine({ upload, format }: { upload: UploadState; format: Format }) {
  const { waiting, last_sent_at, problem } = upload
  const sent =
    last_sent_at === null ? i18n.t('upload.never_sent') : i18n.t('upload.last_sent', [format.time(last_sent_at)])
  return (
    <div class="upload">
      <p class="upload-line">
        <Icon name="sent" />
        <span>
          {i18n.t('upload.waiting', waiting, [format.number(waiting)])} · {sent}
        </span>
      </p>
      {problem !== null && (
        <p class="notice" role="status">
          <Icon name="warning" />
          <span>
            <strong>{i18n.t('upload.unreachable')}</strong> {i18n.t('upload.kept')}{' '}
            <span class="detail">{problem}</span>
          </span>
        </p>
      )}
    </div>
  )
}
