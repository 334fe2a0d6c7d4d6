import { i18n } from '#i18n'
import type { Study } from '../../schemas/index.ts'
import { Icon } from './Icon.tsx'

/** Host of a match pattern, as a person would write it. */
const hostOf = (pattern: string): string => pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '')

/** A study may let them in; then the page must not say that they stay out. */
const PERSONAL_PAGES = ['sign_in', 'account', 'order_history'] as const

function restText(minutes: number): string {
  if (minutes <= 0) return i18n.t('join.where_now')
  if (minutes < 120) return i18n.t('join.where_minutes', Math.round(minutes))
  return i18n.t('join.where_hours', Math.round(minutes / 60))
}

function Recorded({ study }: { study: Study }) {
  const { record } = study
  const recorded = [
    i18n.t('join.records.clicks'),
    record.page_content && i18n.t('join.records.page_content'),
    record.input && i18n.t('join.records.input'),
    record.scroll && i18n.t('join.records.scroll'),
    record.navigation && i18n.t('join.records.navigation'),
    record.tabs && i18n.t('join.records.tabs'),
  ].filter((text): text is string => typeof text === 'string')
  const accounts = PERSONAL_PAGES.every((type) => study.excluded_pages.page_types.includes(type))
  const never = [
    i18n.t('join.never.passwords'),
    i18n.t('join.never.addresses'),
    accounts && i18n.t('join.never.accounts'),
    i18n.t('join.never.elsewhere'),
    i18n.t('join.never.private'),
  ].filter((text): text is string => typeof text === 'string')
  return (
    <div class="two">
      <section class="card" aria-labelledby="records-title">
        <h2 id="records-title">{i18n.t('join.records.title')}</h2>
        <ul class="ticks">
          {recorded.map((text) => (
            <li key={text}>
              <Icon name="hit" />
              {text}
            </li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="never-title">
        <h2 id="never-title">{i18n.t('join.never.title')}</h2>
        <ul class="ticks never">
          {never.map((text) => (
            <li key={text}>
              <Icon name="miss" />
              {text}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** What a participant needs to know before reading on: who, what, what never, where, how long. */
export function StudyFacts({ study }: { study: Study }) {
  const { contact, shops, retention, upload } = study
  return (
    <>
      <Recorded study={study} />
      <section class="card" aria-labelledby="facts-title">
        <h2 id="facts-title">{i18n.t('join.facts')}</h2>
        <dl class="facts">
          <div>
            <dt>{i18n.t('join.who')}</dt>
            <dd>
              {contact.name}
              {contact.institution && `, ${contact.institution}`}
              <br />
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
              {contact.ethics_approval && (
                <>
                  <br />
                  {i18n.t('join.board', [contact.ethics_approval])}
                </>
              )}
            </dd>
          </div>
          <div>
            <dt>{i18n.t('join.shops')}</dt>
            <dd>
              <ul>
                {shops.map(({ name, matches }) => (
                  <li key={name}>
                    {name} <span class="detail">({matches.map(hostOf).join(', ')})</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
          <div>
            <dt>{i18n.t('join.where')}</dt>
            <dd>
              {i18n.t('join.where_text', [new URL(upload.endpoint).host])} {restText(upload.hold_minutes)}
            </dd>
          </div>
          <div>
            <dt>{i18n.t('join.how_long')}</dt>
            <dd>
              {i18n.t('join.keeps', retention.collector_days)} {i18n.t('join.keeps_device', retention.device_days)}
            </dd>
          </div>
        </dl>
      </section>
    </>
  )
}
