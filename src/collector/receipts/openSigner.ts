import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { canonicalJson } from '../../../schemas/index.ts'
import type { Store } from '../store/port.ts'

export interface Signer {
  /** Ed25519 public key, 32 bytes as base64url. */
  public_key: string
  /** The fields with the key and the signature over the canonical JSON of both. The same fields give the same signature. */
  sign<T extends object>(fields: T): T & { public_key: string; signature: string }
}

/** A new private key: PKCS #8, DER, as base64. */
const makeKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')

/** The collector's key pair, made at the first call and kept in the store: every collector of a store signs alike. */
export async function openSigner(store: Pick<Store, 'secret'>): Promise<Signer> {
  const der = Buffer.from(await store.secret('signing_key', makeKey), 'base64')
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  const public_key = String(x)
  return {
    public_key,
    sign(fields) {
      const signed = { ...fields, public_key }
      const signature = sign(null, Buffer.from(canonicalJson(signed)), key).toString('base64url')
      return { ...signed, signature }
    },
  }
}
