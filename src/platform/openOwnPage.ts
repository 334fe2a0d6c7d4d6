import { browser } from '#imports'

/** Opens one of the extension's own pages in a tab. */
export async function openOwnPage(
  page: '/join.html' | '/options.html' | '/mydata.html' | '/survey.html',
  hash = '',
): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(page) + (hash && `#${hash}`) })
}
