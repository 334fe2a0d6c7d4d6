import { z } from 'zod'
import { collectorError } from '../../schemas/index.ts'
import { StudyError } from './loadStudy.ts'

const answer = z.object({ study_url: z.string().min(1) })

/**
 * The address of the study file that a code stands for, as the collector says; null where it knows no such code.
 *
 * Throws `StudyError` where no collector answers.
 */
export async function resolveCode({ url }: { url: string }, fetch: typeof globalThis.fetch): Promise<string | null> {
  const { host } = new URL(url)
  let response: Response
  try {
    response = await fetch(url, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' })
  } catch (error) {
    throw new StudyError(`${host} could not be reached: ${error instanceof Error ? error.message : error}.`)
  }
  const body: unknown = await response.json().catch(() => null)
  if (response.status === 404 && collectorError.safeParse(body).data?.error.code === 'wrong_code') return null
  const { data } = answer.safeParse(body)
  if (!response.ok || !data) throw new StudyError(`${host} does not answer as a study's collector does.`)
  return data.study_url
}
