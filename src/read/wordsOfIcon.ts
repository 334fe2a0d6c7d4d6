import { attributeOf, selectAll } from './dom.ts'

/** Sets of icons, and what marks a class as one of theirs: `fa-heart`, `lucide-eye`, `icon-close`, `close-icon`. */
const SETS = 'fa|bi|ti|ri|la|mdi|ico|icons?|svg|lucide|feather|tabler|glyphicon|ion'
const MARKED = new RegExp(`^(?:${SETS})[-_][a-z]|[a-z][-_]icon$`, 'i')
/** Words of such classes that say nothing of what is drawn: the set, a style, a size, a letter or none, what is too long. */
const EMPTY = new RegExp(`^(?:${SETS}|.?|.{16,}|inline|brands|regular|outline|solid|fill|sm|md|lg|xs|xl)$`, 'i')

/** What an icon is called in its set, as far as it is words: that of `<svg class="lucide lucide-eye-off">` is `eye off`. */
export function wordsOfIcon(element: Element): string {
  for (const icon of [...selectAll(element, 'svg,i,use,ion-icon')].slice(0, 4)) {
    const names = (attributeOf(icon, 'class') ?? '').split(/\s+/, 20).filter((name) => MARKED.test(name))
    const words = (names.join() || attributeOf(icon, 'name') || attributeOf(icon, 'href')?.split('#')[1] || '')
      .split(/[^a-z]+/i)
      .filter((word) => !EMPTY.test(word))
    if (words.length > 0) return words.slice(0, 3).join(' ')
  }
  return ''
}
