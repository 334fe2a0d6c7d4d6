import { existsSync } from 'node:fs'

/** Where Firefox has been seen, first choice first (2026-11). */
const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]

/** Path of a Firefox, or null. `SHOPTRACE_FIREFOX` overrides. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | null {
  const wished = env.SHOPTRACE_FIREFOX
  if (wished) {
    if (!existsSync(wished)) throw new Error(`SHOPTRACE_FIREFOX names ${wished}, which does not exist.`)
    return wished
  }
  return PLACES.find((place) => existsSync(place)) ?? null
}
