import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { CollectorError } from '../../schemas/index.ts'

/** A request that is not granted. The message says what the sender should do. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string

  constructor(status: ContentfulStatusCode, code: string, message: string) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
  }

  get body(): CollectorError {
    return { error: { code: this.code, message: this.message } }
  }
}
