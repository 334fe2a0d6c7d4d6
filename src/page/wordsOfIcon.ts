import { attributeOf, selectAll } from './dom.ts'

/** How sets of icons mark a class as the name of one: `fa-heart`, `lucide-eye`, `icon-close`, `close-icon`. */
const MARKED =
  /^(?:fa|bi|ti|ri|la|mdi|ico|icon|icons|svg|lucide|feather|tabler|glyphicon|ion|ph|carbon|iconoir|octicon)-[a-z]|[a-z][-_]icon$|^icon_[a-z]/i
/** Words of such classes that say nothing of what is drawn. */
const EMPTY =
  /^(?:fa|fas|far|fab|fal|bi|ti|ri|la|las|mdi|ico|icon|icons|svg|lucide|feather|tabler|glyphicon|ion|ph|carbon|iconoir|octicon|outline|solid|fill|filled|regular|light|bold|thin|sm|md|lg|xs|xl|fw|spin|inline|size)$/i

/** What an icon is called in its set, as far as it is words: that of `<svg class="lucide lucide-eye-off">` is `eye off`. */
export function wordsOfIcon(element: Element): string {
  for (const icon of [...selectAll(element, 'svg,i,use')].slice(0, 4)) {
    const names = (attributeOf(icon, 'class') ?? '')
      .slice(0, 300)
      .split(/\s+/)
      .filter((name) => MARKED.test(name))
    const used = /#([\w-]+)$/.exec(attributeOf(icon, 'href') ?? attributeOf(icon, 'xlink:href') ?? '')?.[1]
    const words = (names[0] ?? used ?? '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .split(/[^a-z]+/i)
      .filter((word) => word.length < 16 && !EMPTY.test(word))
    if (words.length > 0) return words.slice(0, 3).join(' ').toLowerCase()
  }
  return ''
}
