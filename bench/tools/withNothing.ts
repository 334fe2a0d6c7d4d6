import { openBrowser } from '../browser/openBrowser.ts'
import type { Tool } from './tool.ts'

/** The page alone. */
export const withNothing: Tool = {
  name: 'nothing',
  version: '',
  async open() {
    const { context, close } = await openBrowser()
    return {
      context,
      flush: async () => {},
      finish: async () => ({ uploads: 0, bytes: 0, gathered: null, items: {} }),
      close,
    }
  },
}
