import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { generateChromeMessages } from '@wxt-dev/i18n/build'
import { build } from 'vite'
import { readLocales } from './readLocales.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** Bundles the components with their samples, and the messages of every locale in place of a browser's. */
export async function bundleGallery(): Promise<{ script: string; style: string }> {
  const locales = Object.entries(await readLocales())
  const messages = Object.fromEntries(locales.map(([locale, list]) => [locale, generateChromeMessages(list)]))
  const output = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      preact(),
      {
        name: 'messages',
        resolveId: (id) => (id === 'virtual:messages' ? id : null),
        load: (id) => (id === 'virtual:messages' ? `export default ${JSON.stringify(messages)}` : null),
      },
    ],
    resolve: {
      alias: {
        '#i18n': join(root, '.wxt/i18n/index.ts'),
        '@wxt-dev/browser': join(import.meta.dirname, 'browserDouble.ts'),
      },
    },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'gallery.tsx'), formats: ['es'], fileName: 'gallery' },
    },
  })
  const [result] = Array.isArray(output) ? output : [output]
  if (!result || !('output' in result)) throw new Error('vite built nothing.')
  const script = result.output.find((file) => file.type === 'chunk')?.code
  const style = result.output.find((file) => file.fileName.endsWith('.css'))
  if (!script || style?.type !== 'asset') throw new Error('vite built no script or no style sheet.')
  return { script, style: String(style.source) }
}
