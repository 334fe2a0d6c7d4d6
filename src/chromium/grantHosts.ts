import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Study } from '../../schemas/index.ts'
import { hostPatterns } from '../platform/hostPatterns.ts'

/**
 * Copies an unpacked extension to `out` with the study's hosts granted at install time: the browser's own
 * permission dialog waits for a person, and a pilot has none.
 */
export function grantHosts(extension: string, study: Study, out: string, isFirefox = false): string {
  rmSync(out, { recursive: true, force: true })
  cpSync(extension, out, { recursive: true })
  const path = join(out, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.host_permissions = hostPatterns(study, isFirefox)
  writeFileSync(path, JSON.stringify(manifest))
  return out
}
