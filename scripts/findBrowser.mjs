// Where browsers have been seen, first choice first (2026-11). Plain JavaScript, so that the set-up can use it on any Node >= 20.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

// Branded Chrome is missing on purpose: since version 137 it ignores --load-extension.
const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/opt/homebrew/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/lib/firefox-esr/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

function find(variable, places) {
  const wished = process.env[variable]
  if (wished && !existsSync(wished)) throw new Error(`${variable} names ${wished}, which does not exist.`)
  return wished ?? places.find((place) => place && existsSync(place)) ?? null
}

/**
 * Path of a Chromium that loads unpacked extensions, or null. `SHOPTRACE_CHROMIUM` overrides.
 * @returns {string | null}
 */
export const findChromium = () => find('SHOPTRACE_CHROMIUM', [...CHROMIUM, chromium.executablePath()])

/**
 * Path of a Firefox, or null. `SHOPTRACE_FIREFOX` overrides.
 * @returns {string | null}
 */
export const findFirefox = () => find('SHOPTRACE_FIREFOX', FIREFOX)
