import type { Study } from '../../schemas/index.ts'

/** Firefox knows no port in a match pattern; the origin is compared in full before anything is recorded. */
const withoutPort = (pattern: string): string => pattern.replace(/^([^/]*\/\/[^/]*?):\d+(?=\/)/, '$1')

/** The match patterns to ask for and to register, as this browser understands them. */
export function hostPatterns(study: Study, isFirefox: boolean): string[] {
  const patterns = study.shops.flatMap((shop) => shop.matches)
  return [...new Set(isFirefox ? patterns.map(withoutPort) : patterns)]
}
