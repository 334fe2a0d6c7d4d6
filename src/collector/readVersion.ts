import { readFileSync } from 'node:fs'

/** Version of this package, as package.json says. */
export function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}
