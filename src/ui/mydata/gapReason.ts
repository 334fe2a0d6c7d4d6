import { i18n } from '#i18n'
import type { Gap } from '../../../schemas/index.ts'

const REASONS: Record<Gap['reason'], () => string> = {
  paused: () => i18n.t('mydata.gap.paused'),
  excluded_page: () => i18n.t('mydata.gap.excluded_page'),
  masked: () => i18n.t('mydata.gap.masked'),
  quota: () => i18n.t('mydata.gap.quota'),
  invalid: () => i18n.t('mydata.gap.invalid'),
  lost: () => i18n.t('mydata.gap.lost'),
  deleted: () => i18n.t('mydata.gap.deleted'),
}

/** Why something is missing, in a sentence. */
export const gapReason = ({ reason }: Gap): string => REASONS[reason]()
