import { z } from 'zod'

/** A text by language. */
export const localized = z.record(
  z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language such as en or zh-CN'),
  z.string().min(1),
)
