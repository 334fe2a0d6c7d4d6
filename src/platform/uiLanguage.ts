import { browser } from '#imports'

/** BCP 47 language in which the browser shows the extension's texts. */
export const uiLanguage = (): string => browser.i18n.getUILanguage()
