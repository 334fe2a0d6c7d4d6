import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildExtension } from '../../src/chromium/buildExtension.ts'

let built: Promise<string> | null = null

async function build(): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'shoptrace-bench-'))
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  cpSync(await buildExtension(), copy, { recursive: true })
  return copy
}

/** Folder of the unpacked extension: the same one for the whole run, whatever changes in the sources meanwhile. */
export function builtExtension(): Promise<string> {
  built ??= build()
  return built
}
