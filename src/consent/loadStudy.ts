import { type Study, study } from '../../schemas/index.ts'

/** Why a study could not be loaded; `mistakes` lists what is wrong in the file, each with its path. */
export class StudyError extends Error {
  readonly mistakes: string[]
  constructor(message: string, mistakes: string[] = []) {
    super(message)
    this.name = 'StudyError'
    this.mistakes = mistakes
  }
}

/** Fetches and checks a study file. Throws `StudyError`, with words for the person who followed the link. */
export async function loadStudy(url: string, fetch: typeof globalThis.fetch): Promise<Study> {
  let text: string
  try {
    const response = await fetch(url, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    text = await response.text()
  } catch (error) {
    throw new StudyError(`The study at ${url} could not be reached: ${error instanceof Error ? error.message : error}.`)
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
