/** The harness as pages see it. */
declare const pageHarness: typeof import('./pageHarness.ts')
