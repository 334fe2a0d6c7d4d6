import { consentReceipt, receipt } from '../../../schemas/index.ts'
import { isSignedReceipt } from '../../collector/receipts/isSignedReceipt.ts'

export interface ReceiptReport {
  valid: boolean
  /** What to tell. */
  lines: string[]
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The receipt in a file: the whole of it, or what a copy of the consent holds in `<pre id="receipt">`. */
function readReceipt(text: string): unknown {
  const [, embedded] = /<pre id="receipt"[^>]*>([^<]*)<\/pre>/.exec(text) ?? []
  const json = embedded?.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? '') ?? text
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const at = (ms: number): string => new Date(ms).toISOString()

/**
 * Checks the signature of a receipt. `key`: the collector's public key from elsewhere, or null: then only that the
 * receipt is as whoever holds its own key signed it can be said.
 */
export function checkReceipt(text: string, key: string | null): ReceiptReport {
  const raw = readReceipt(text)
  const parsed = consentReceipt.safeParse(raw).data ?? receipt.safeParse(raw).data
  if (!parsed) return { valid: false, lines: ['This is no receipt: it holds none that this version can read.'] }
  const said =
    parsed.kind === 'consent'
      ? `Consent of ${parsed.participant_id} to version "${parsed.consent_version}" of the study ${parsed.study_id}, given ${at(parsed.agreed_at)}, confirmed ${at(parsed.confirmed_at)}.`
      : `Deletion of ${parsed.deleted_items} items of ${parsed.participant_id} in the study ${parsed.study_id}, ${at(parsed.deleted_at)}.`
  if (!parsed.signature || !parsed.public_key) return { valid: false, lines: [said, 'NOT VALID: it is not signed.'] }
  if (key !== null && key !== parsed.public_key) {
    return { valid: false, lines: [said, `NOT VALID: signed with ${parsed.public_key}, which is not the key ${key}.`] }
  }
  if (!isSignedReceipt(parsed)) {
    return { valid: false, lines: [said, 'NOT VALID: something was changed after it was signed.'] }
  }
  const whose =
    key === null
      ? `The signature is right for the key ${parsed.public_key}. Compare that with the collector's: --collector URL or --key KEY.`
      : "Valid: signed with the collector's key, and unchanged."
  return { valid: true, lines: [said, whose] }
}
