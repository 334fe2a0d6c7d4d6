import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/**
 * Where Chromium has been seen, first choice first (2026-11). Branded Chrome is missing on purpose: since
 * version 137 it ignores `--load-extension`.
 */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/opt/homebrew/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium that loads unpacked extensions, or null. `SHOPTRACE_CHROMIUM` overrides. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const wished = env.SHOPTRACE_CHROMIUM
  if (wished) {
    if (!existsSync(wished)) throw new Error(`SHOPTRACE_CHROMIUM names ${wished}, which does not exist.`)
    return wished
  }
  return [...PLACES, chromium.executablePath()].find((place) => place && existsSync(place)) ?? null
}
