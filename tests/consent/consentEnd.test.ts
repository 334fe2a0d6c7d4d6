import { expect, test } from 'vitest'
import { consentEnd } from '../../src/consent/consentEnd.ts'
import { parseWithdrawals, withdrawalOf } from '../../src/consent/enrolment.ts'
import { leaveAddress } from '../../src/consent/leaveAddress.ts'
import { makeConsent } from '../../src/consent/makeConsent.ts'
import { CHOICES, NOW, STUDY } from './material.ts'

test('a consent runs out by the day, a study ends by the clock of the world', () => {
  const agreed = { agreed_at: NOW }
  expect(consentEnd(agreed, STUDY)).toEqual({ expires_at: null, ends_at: null })
  const study = { ...STUDY, ends_at: '2027-03-31T23:59:59+02:00', consent: { ...STUDY.consent, valid_days: 2 } }
  expect(consentEnd(agreed, study)).toEqual({
    expires_at: NOW + 2 * 86_400_000,
    ends_at: Date.UTC(2027, 2, 31, 21, 59, 59),
  })
})

test('what is left of a damaged enrolment is enough to have its data deleted; too little is not', async () => {
  const consent = await makeConsent(STUDY, 'en', CHOICES, 'participant', NOW)
  const whole = { study: STUDY, consent, token: 't'.repeat(43), leave_secret: 's'.repeat(43), enrolled_at: null }
  const asked = withdrawalOf(whole, NOW)
  expect(parseWithdrawals([asked])).toEqual([asked])
  expect(asked).toMatchObject({ leave_secret: whole.leave_secret, participant_id: consent.participant_id })
  expect(
    withdrawalOf({ ...whole, consent: { participant_id: 'p' }, study: { upload: { endpoint: 'e' } } }, NOW),
  ).toEqual({
    endpoint: 'e',
    participant_id: 'p',
    token: whole.token,
    asked_at: NOW,
  })
  for (const raw of [null, undefined, 'gone', [], { ...whole, token: undefined }, { ...whole, study: null }])
    expect(withdrawalOf(raw, NOW)).toBeNull()

  expect(leaveAddress(whole, [])).toBe(`${STUDY.upload.endpoint}/v1/leave#${whole.leave_secret}`)
  expect(leaveAddress(null, parseWithdrawals([{ ...asked, leave_secret: undefined }, asked]))).toContain(
    `#${whole.leave_secret}`,
  )
  expect(leaveAddress(null, [])).toBeNull()
})
