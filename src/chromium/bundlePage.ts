import { join } from 'node:path'

/**
 * Bundles one module and what it imports into a script that leaves its exports in `globalThis[name]`.
 *
 * `entry` is relative to the `src` folder. Minified, as the extension ships it.
 */
export async function bundlePage(entry: string, name: string): Promise<string> {
  const { build } = await import('vite')
  const source = join(import.meta.dirname, '..', entry)
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      lib: { entry: source, formats: ['iife'], name },
    },
  })
  const [output] = (Array.isArray(result) ? result : [result]) as { output: { type: string; code?: string }[] }[]
  const chunk = output?.output.find((file) => file.type === 'chunk')
  if (!chunk?.code) throw new Error(`Bundling ${entry} gave no script.`)
  return chunk.code
}
