import type { ConsentChoices, ParticipantKind, Study } from '../../schemas/index.ts'
import { makeConsent } from '../consent/makeConsent.ts'
import { callFromPage } from '../messaging/send.ts'
import { hostPatterns } from '../platform/hostPatterns.ts'
import { requestHosts } from '../platform/hostPermission.ts'
import { makeToken } from '../platform/makeToken.ts'

/**
 * Asks for the study's hosts and hands the consent to the background. Call it straight from the click on "I agree":
 * the browser shows its dialog for nothing else. Rejects, saying what to do, where the hosts are refused.
 */
export async function joinStudy(
  study: Study,
  language: string,
  choices: ConsentChoices,
  kind: ParticipantKind,
  refused: string,
): Promise<void> {
  // Before the first await, or the click no longer counts.
  const granted = requestHosts(hostPatterns(study, import.meta.env.FIREFOX))
  if (!(await granted)) throw new Error(refused)
  const consent = await makeConsent(study, language, choices, kind, Date.now())
  await callFromPage('join', { study, consent, token: makeToken() })
}
