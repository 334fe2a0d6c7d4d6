import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const SOURCES = [
  'entrypoints/**',
  'src/**',
  'schemas/*.ts',
  'locales/*',
  'studies/*',
  'public/**',
  'wxt.config.ts',
  'package.json',
]

const changedAt = (file: string): number => statSync(join(root, file)).mtimeMs

/** Builds the extension where its sources are newer than the last build. Returns the folder of the unpacked extension. */
export async function buildExtension(browser: 'chrome' | 'firefox' = 'chrome'): Promise<string> {
  const out = join(root, '.output', `${browser}-mv3`)
  const manifest = join(out, 'manifest.json')
  if (existsSync(manifest)) {
    const built = statSync(manifest).mtimeMs
    if (SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).every((file) => changedAt(file) <= built))
      return out
  }
  await new Promise<void>((resolve, reject) => {
    const wxt = spawn(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--browser', browser], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    wxt.stdout.on('data', (chunk) => {
      said += chunk
    })
    wxt.stderr.on('data', (chunk) => {
      said += chunk
    })
    wxt.on('error', reject)
    wxt.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The extension could not be built:\n${said}`))
    })
  })
  return out
}
