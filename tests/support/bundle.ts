import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'

const root = join(import.meta.dirname, '../..')
const ENTRY = 'virtual:entry'

/**
 * Bundles TypeScript for a page, as one script without exports, the way a content script is built.
 *
 * @param entry path of the entry file, or its source; imports in a source are relative to the repository's root.
 */
export async function bundle(entry: string, options: { minify?: boolean } = {}): Promise<string> {
  const isFile = !entry.includes('\n') && existsSync(entry)
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: options.minify ?? false,
      rolldownOptions: { input: isFile ? entry : ENTRY, output: { format: 'iife' } },
    },
    plugins: [
      {
        name: 'entry-from-source',
        resolveId: (id, importer) => {
          if (id === ENTRY) return join(root, 'entry.ts')
          return importer === join(root, 'entry.ts') && id.startsWith('.') ? join(root, id) : null
        },
        load: (id) => (id === join(root, 'entry.ts') && !isFile ? { code: entry, moduleType: 'ts' } : null),
      },
    ],
  })
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput
  return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n')
}
