import type { ConsentChoices, ParticipantKind, Study } from '../../schemas/index.ts'
import { makeConsent } from '../consent/makeConsent.ts'
import { callFromPage } from '../messaging/send.ts'
import { dataKinds } from '../platform/dataConsent.ts'
import { hostPatterns } from '../platform/hostPatterns.ts'
import { requestHosts } from '../platform/hostPermission.ts'
import { makeToken } from '../platform/makeToken.ts'

export interface JoinRequest {
  study: Study
  /** Where the study file came from; null where that is known from joining before, or not at all. */
  url: string | null
  /** Language in which the consent text was read; one of the study's. */
  language: string
  choices: ConsentChoices
  kind: ParticipantKind
}

/**
 * Asks the browser for the study's hosts, and Firefox for the kinds of data that leave the device too. Call it straight
 * from a click: it shows its dialog for nothing else.
 */
export const requestShops = (study: Study, choices: Pick<ConsentChoices, 'page_content'>): Promise<boolean> =>
  requestHosts(hostPatterns(study, import.meta.env.FIREFOX), import.meta.env.FIREFOX ? dataKinds(study, choices) : null)

/**
 * Asks for the study's hosts and hands the consent to the background. Call it straight from the click on "Agree".
 * Rejects with `refused` where the hosts are refused.
 */
export async function joinStudy(request: JoinRequest, refused: string): Promise<void> {
  const { study, url, language, choices, kind } = request
  // Before the first await, or the click no longer counts.
  const granted = requestShops(study, choices)
  if (!(await granted)) throw new Error(refused)
  const consent = await makeConsent(study, language, choices, kind, Date.now())
  await callFromPage('join', {
    study,
    ...(url !== null && { study_url: url }),
    consent,
    token: makeToken(),
    leave_secret: makeToken(),
  })
}
