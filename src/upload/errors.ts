import type { CollectorAnswer } from './callCollector.ts'

/** A call that brought no result. `retriable`: the same call may succeed later. */
export abstract class CollectorCallError extends Error {
  abstract readonly retriable: boolean
  /** HTTP status, or null where no answer came. */
  readonly status: number | null
  /** How long the collector asks to wait, ms, or null. */
  readonly retry_after_ms: number | null

  constructor(message: string, status: number | null, retry_after_ms: number | null, cause?: unknown) {
    super(message, { cause })
    this.status = status
    this.retry_after_ms = retry_after_ms
  }
}

/** No answer, or one that says the collector cannot answer now. */
export class CollectorUnreachableError extends CollectorCallError {
  override name = 'CollectorUnreachableError'
  readonly retriable = true

  constructor(status: number | null, retry_after_ms: number | null, cause?: unknown) {
    super(unreachable(status), status, retry_after_ms, cause)
  }
}

/** The collector understood and will not do it; somebody has to do something before another try. */
export class CollectorRefusedError extends CollectorCallError {
  override name = 'CollectorRefusedError'
  readonly retriable = false
  readonly code: string | null

  constructor(message: string, answer: CollectorAnswer) {
    super(message, answer.status, answer.retry_after_ms)
    this.code = answer.error?.code ?? null
  }
}

/** Another enrolment stands in the way: this participant or this token is taken. */
export class EnrolmentConflictError extends CollectorRefusedError {
  override name = 'EnrolmentConflictError'
}

/** What to tell of a collector that did not answer as it should. */
export function unreachable(status: number | null): string {
  const wait = 'Nothing is lost; it is tried again by itself.'
  if (status === null) return `The study's collector could not be reached. ${wait} Check the internet connection.`
  if (status === 429) return `The study's collector asks to slow down. ${wait}`
  if (status < 300) return `Something other than the study's collector answered, such as a Wi-Fi sign-in page. ${wait}`
  return `The study's collector cannot take data now (${status}). ${wait}`
}

/** What to tell of a refusal, and what to do. */
export function refused({ status, error }: Pick<CollectorAnswer, 'status' | 'error'>): string {
  const kept = 'Everything recorded stays on this device.'
  const said = error ? ` It said: ${error.message}` : ''
  switch (status) {
    case 401:
      return `The study's collector does not know this device. Join the study again from its link. ${kept}${said}`
    case 403:
      return `The study's collector does not let this device send. Ask the study's contact. ${kept}${said}`
    case 404:
      return `The study's collector is not at its address any more. Ask the study's contact whether it has moved. ${kept}${said}`
    case 410:
      return `The study takes no more data from this device: it is over, or you have left it. ${kept}${said}`
    default:
      return `The study's collector refused (${status}). Update the extension, or ask the study's contact. ${kept}${said}`
  }
}
