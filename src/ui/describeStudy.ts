import { i18n } from '#i18n'
import type { Study } from '../../schemas/index.ts'
import type { Format } from './types.ts'

/** A line of a fact. `mail` makes it an address to write to, `detail` follows in brackets. */
export interface FactLine {
  text: string
  detail?: string
  mail?: true
}

export interface StudyFact {
  label: string
  lines: FactLine[]
}

/** Host of a match pattern, as a person would write it. */
const hostOf = (pattern: string): string => pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '')

/** A study may let them in; then nobody may be told that they stay out. */
const PERSONAL_PAGES = ['sign_in', 'account', 'order_history'] as const

function restText(minutes: number, format: Format): string {
  if (minutes <= 0) return i18n.t('join.where_now')
  const hours = minutes >= 120
  const rounded = Math.round(hours ? minutes / 60 : minutes)
  const shown: [string] = [format.number(rounded)]
  return hours ? i18n.t('join.where_hours', rounded, shown) : i18n.t('join.where_minutes', rounded, shown)
}

/** What the study records, in words. */
export function listRecorded({ record, surveys, rationale }: Study): string[] {
  return [
    i18n.t('join.records.clicks'),
    ...(record.page_content ? [i18n.t('join.records.page_content')] : []),
    ...(record.input ? [i18n.t('join.records.input')] : []),
    ...(record.scroll ? [i18n.t('join.records.scroll')] : []),
    ...(record.navigation ? [i18n.t('join.records.navigation')] : []),
    ...(record.tabs ? [i18n.t('join.records.tabs')] : []),
    ...(rationale ? [i18n.t('join.records.rationale')] : []),
    ...(surveys?.length ? [i18n.t('join.records.surveys')] : []),
  ]
}

/** What it never records, in words. */
export function listNever({ excluded_pages }: Study): string[] {
  return [
    i18n.t('join.never.passwords'),
    i18n.t('join.never.addresses'),
    ...(PERSONAL_PAGES.every((type) => excluded_pages.page_types.includes(type))
      ? [i18n.t('join.never.accounts')]
      : []),
    i18n.t('join.never.elsewhere'),
    i18n.t('join.never.private'),
  ]
}

/** Why, who, pay, where, how long: what the join page and the participant's copy tell of a study. */
export function listFacts(study: Study, format: Format): StudyFact[] {
  const { contact, shops, retention, upload } = study
  const { valid_days } = study.consent
  const keeps: [string] = [format.number(retention.collector_days)]
  const device: [string] = [format.number(retention.device_days)]
  return [
    { label: i18n.t('join.why'), lines: [{ text: study.purpose ?? i18n.t('join.why_default') }] },
    {
      label: i18n.t('join.who'),
      lines: [
        { text: contact.institution ? `${contact.name}, ${contact.institution}` : contact.name },
        { text: contact.email, mail: true },
        ...(contact.ethics_approval ? [{ text: i18n.t('join.board', [contact.ethics_approval]) }] : []),
      ],
    },
    ...(study.pay ? [{ label: i18n.t('join.pay'), lines: [{ text: study.pay }] }] : []),
    {
      label: i18n.t('join.shops'),
      lines: shops.map(({ name, matches }) => ({ text: name, detail: matches.map(hostOf).join(', ') })),
    },
    {
      label: i18n.t('join.where'),
      lines: [
        { text: i18n.t('join.where_text', [new URL(upload.endpoint).host]) },
        { text: restText(upload.hold_minutes, format) },
      ],
    },
    {
      label: i18n.t('join.how_long'),
      lines: [
        { text: i18n.t('join.lasts') },
        ...(study.ends_at ? [{ text: i18n.t('join.ends', [format.date(Date.parse(study.ends_at))]) }] : []),
        ...(valid_days === undefined ? [] : [{ text: i18n.t('join.valid', valid_days, [format.number(valid_days)]) }]),
        { text: i18n.t('join.keeps', retention.collector_days, keeps) },
        { text: i18n.t('join.keeps_device', retention.device_days, device) },
      ],
    },
  ]
}
