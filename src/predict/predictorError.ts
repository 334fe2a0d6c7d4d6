import type { Usage } from './port.ts'

/** A prediction that failed. The message says what to do; `usage` is what was paid for all the same. */
export class PredictorError extends Error {
  override readonly name = 'PredictorError'
  readonly usage: Usage | null

  constructor(message: string, usage: Usage | null = null) {
    super(message)
    this.usage = usage
  }
}
