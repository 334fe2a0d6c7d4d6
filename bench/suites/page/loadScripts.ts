import { bundlePage } from '../../../src/chromium/bundlePage.ts'

/** What the suite runs in pages, bundled and minified as the extension ships. */
export interface PageScripts {
  extract: string
  watch: string
  walk: string
  least: string
}

/** Bundles them, once for all pages. */
export async function loadScripts(): Promise<PageScripts> {
  return {
    extract: await bundlePage('../bench/inPage/extract.ts', 'benchExtract'),
    watch: await bundlePage('../bench/inPage/watch.ts', 'benchWatch'),
    walk: await bundlePage('../bench/inPage/walk.ts', 'benchWalk'),
    least: await bundlePage('../bench/inPage/least.ts', 'benchLeast'),
  }
}
