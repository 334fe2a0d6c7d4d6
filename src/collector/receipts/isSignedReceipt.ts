import { createPublicKey, verify } from 'node:crypto'
import { canonicalJson } from '../../../schemas/index.ts'

/** True where `signature` is that of `public_key` over all other fields. Says nothing about whose key it is. */
export function isSignedReceipt(receipt: { public_key?: string | undefined; signature?: string | undefined }): boolean {
  const { signature, ...signed } = receipt
  if (signature === undefined || signed.public_key === undefined) return false
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: signed.public_key } })
  return verify(null, Buffer.from(canonicalJson(signed)), key, Buffer.from(signature, 'base64url'))
}
