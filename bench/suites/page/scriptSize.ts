import { statSync } from 'node:fs'
import { join } from 'node:path'
import { builtExtension } from '../../tools/builtExtension.ts'

/** Bytes of the content script as it ships. */
export const scriptSize = async (): Promise<number> => statSync(join(await builtExtension(), 'recorder.js')).size
