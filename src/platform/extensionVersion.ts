import { browser } from '#imports'

/** Version of this build of the extension. */
export const extensionVersion = (): string => browser.runtime.getManifest().version
