import { pageType, type Study } from '../../../schemas/index.ts'
import type { Mistake } from './explainIssue.ts'

/** Collector retention that review boards ask about, in days: three years. */
const LONG_RETENTION = 3 * 365

const PRIVATE_PAGES = pageType.options.slice(pageType.options.indexOf('sign_in'))

/** What is allowed in a study and should still be thought about twice. */
export function warnAbout(study: Study): Mistake[] {
  const warnings: Mistake[] = []
  const warn = (path: (string | number)[], message: string) => warnings.push({ path, message })

  if (!study.contact.ethics_approval) {
    warn(['contact', 'ethics_approval'], "is missing; participants see the review board's number when there is one")
  }
  for (const [index, { matches }] of study.shops.entries()) {
    for (const [nth, pattern] of matches.entries()) {
      const [, scheme = '', host = ''] = /^([^:]+):\/\/([^/:]+)/.exec(pattern) ?? []
      const loopback = /^(127\.|localhost$)/.test(host)
      if (scheme === 'http' && !loopback)
        warn(['shops', index, 'matches', nth], 'is http: others on the network can read along')
      if (!pattern.includes('*', pattern.indexOf('/', scheme.length + 3)))
        warn(
          ['shops', index, 'matches', nth],
          `is one single page: ${pattern.replace(/\/?$/, '/*')} takes in those below it`,
        )
      if (/^\*\.[^.]+$/.test(host)) warn(['shops', index, 'matches', nth], `takes in every site under ${host.slice(1)}`)
    }
  }
  for (const type of PRIVATE_PAGES.filter((one) => !study.excluded_pages.page_types.includes(one))) {
    warn(['excluded_pages', 'page_types'], `leaves out "${type}": such pages will be recorded`)
  }
  if (study.upload.endpoint.startsWith('http:')) {
    warn(['upload', 'endpoint'], 'is http: right for a collector on this machine only')
  }
  const languages = Object.keys(study.consent.text)
  for (const [index, survey] of (study.surveys ?? []).entries()) {
    for (const language of languages.filter((one) => !(one in survey.title))) {
      warn(['surveys', index, 'title'], `is not in "${language}", in which the consent can be read`)
    }
  }
  if (study.upload.hold_minutes === 0) {
    warn(['upload', 'hold_minutes'], 'is 0: data is sent while people shop, and they have no time to redact it first')
  }
  if (study.prediction_visibility === 'open' && study.predictors.length > 0) {
    warn(['prediction_visibility'], 'is "open": seeing a prediction can change what a person does')
  }
  const { rationale, page_note } = study
  if (rationale && !Object.values(rationale.chance).some((chance) => (chance ?? 0) > 0)) {
    warn(['rationale', 'chance'], 'is 0 for every kind of step: nobody is ever asked')
  }
  for (const [path, texts] of [
    [['rationale', 'question'], rationale?.question],
    [['page_note'], page_note === true ? undefined : page_note],
  ] as const) {
    const missing = texts ? Object.keys(study.consent.text).filter((language) => !(language in texts)) : []
    if (missing.length > 0) warn([...path], `has no text in ${missing.join(', ')}, as the consent has`)
  }
  if (study.retention.collector_days > LONG_RETENTION) {
    warn(['retention', 'collector_days'], `is ${study.retention.collector_days} days: more than three years`)
  }
  return warnings
}
