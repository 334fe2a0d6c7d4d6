import { type Study, study } from '../../schemas/index.ts'

/** Why a study could not be loaded; `mistakes` lists what is wrong in the file, each with its path. */
export class StudyError extends Error {
  readonly mistakes: string[]
  /** What the address answered, where it answered something else than a file. */
  readonly status: number | null
  constructor(message: string, mistakes: string[] = [], status: number | null = null) {
    super(message)
    this.name = 'StudyError'
    this.mistakes = mistakes
    this.status = status
  }
}

/** Fetches and checks a study file. Throws `StudyError`, with words for the person who followed the link. */
export async function loadStudy(
  url: string,
  fetch: typeof globalThis.fetch,
  cache: 'no-store' | 'no-cache' = 'no-store',
): Promise<Study> {
  let text: string
  let status: number | null = null
  try {
    const response = await fetch(url, { cache, credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) {
      status = response.status
      throw new Error(status === 410 ? 'the study is over' : `it answered ${status}`)
    }
    text = await response.text()
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    throw new StudyError(`The study at ${url} could not be reached: ${why}.`, [], status)
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new StudyError(`What is at ${url} is not a study file (it is not JSON).`)
  }
  const parsed = study.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new StudyError(
    'The study file has mistakes; its researcher can find them with "shoptrace study check".',
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`),
  )
}
