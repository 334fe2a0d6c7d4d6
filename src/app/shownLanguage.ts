import { i18n } from '#i18n'
import { uiLanguage } from '../platform/uiLanguage.ts'

const base = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]

/**
 * BCP 47 language of the texts that are shown, with the browser's region where both are of one language. A browser in
 * a language that there are no texts for shows English ones, and dates and numbers must not be in a third.
 */
export function shownLanguage(): string {
  const texts = i18n.t('common.language')
  const ui = uiLanguage()
  return base(ui) === base(texts) ? ui : texts
}
