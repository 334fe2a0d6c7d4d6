import { resolve } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()] }),
  hooks: {
    // SHOPTRACE_STUDY=FILE builds the extension of one study: its join page needs no link.
    'build:publicAssets': (_, assets) => {
      const file = process.env.SHOPTRACE_STUDY
      if (file) assets.push({ absoluteSrc: resolve(file), relativeDest: 'study.json' })
    },
  },
  // What Firefox's reviewers build from: nothing that only tests or measures.
  zip: { excludeSources: ['.shoptrace/**', 'coverage/**', 'bench/**', 'tests/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // No "tabs": the study's hosts alone say which tabs may be seen.
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for one study's shops at a time, after consent; nothing is granted at install.
    optional_host_permissions: ['*://*/*'],
    incognito: 'not_allowed',
    minimum_chrome_version: '120',
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'shoptrace@shoptrace.example',
          strict_min_version: '140.0',
          data_collection_permissions: {
            required: ['none'],
            optional: [
              'browsingActivity',
              'websiteContent',
              'websiteActivity',
              'searchTerms',
              'personallyIdentifyingInfo',
            ],
          },
        },
      },
    }),
  }),
})
