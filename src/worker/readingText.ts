import { z } from 'zod'
import { pageReading } from '../../schemas/index.ts'

/** UTF-16 units up to which a page's reading is looked at: some ten times the largest page that we have seen. */
const LONGEST = 20_000_000

/** A `PageReading` as JSON, the way a recorder posts it: one text crosses from the page much quicker than a tree. */
export const readingText = z
  .string()
  .max(LONGEST)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' })
      return z.NEVER
    }
  })
  .pipe(pageReading)
