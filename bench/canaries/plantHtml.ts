import { typedCanaries } from './liveCanaries.ts'
import { shownCanaries } from './shownCanaries.ts'

const STYLE = `<style>.cnry{position:relative;z-index:2147483647;background:#fff;color:#000;font:14px sans-serif}
.cnry-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cnry-icon{display:inline-block;width:16px;height:16px;background:#888}</style>`

const markup = (place: 'head' | 'shown' | 'typed'): string =>
  place === 'typed'
    ? typedCanaries.map(({ html }) => html).join('\n')
    : shownCanaries
        .filter((canary) => (canary.place === 'head') === (place === 'head'))
        .map(({ html }) => html)
        .join('\n')

/** Words that only the participant's own list can remove; other recorders know no such list, so it is no canary. */
const OWN_WORDS = '<p>Thistlewick’s pick, THISTLEWICK and thistle-wicks</p>'

/** A shop's page with every canary that a server can put there: some in its head, the others before all that it shows. */
export function plantHtml(page: string): string {
  const block = `${STYLE}<section class="cnry">${markup('shown')}${OWN_WORDS}</section><section class="cnry">${markup('typed')}</section>`
  const withHead = /<\/head>/i.test(page) ? page.replace(/<\/head>/i, () => `${markup('head')}</head>`) : page
  return /<body\b[^>]*>/i.test(withHead) ? withHead.replace(/<body\b[^>]*>/i, (tag) => tag + block) : block + withHead
}
