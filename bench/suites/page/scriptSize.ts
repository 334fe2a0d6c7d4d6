import { statSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension } from '../../../src/chromium/buildExtension.ts'

/** Bytes of the content script as it ships. */
export const scriptSize = async (): Promise<number> => statSync(join(await buildExtension(), 'recorder.js')).size
