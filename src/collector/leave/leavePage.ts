import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Study } from '../../../schemas/index.ts'
import { leaveTexts, pickLeaveLanguage } from './leaveTexts.ts'

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#26221e, #ece7e1); --paper: light-dark(#fbf8f4, #1c1917);
  --card: light-dark(#fff, #262220); --line: light-dark(#ddd4c8, #443d37); --quiet: light-dark(#5d544b, #b9afa4); --danger: light-dark(#a3211b, #b3332c) }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif }
main { max-width: 36rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere }
section { padding: 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card) }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25 }
p { margin: 0 0 1rem }
section > :last-child > p:last-child, section > noscript:last-child p { margin-bottom: 0 }
button { padding: .7rem 1.1rem; border: 1px solid transparent; border-radius: .5rem; background: var(--danger); color: #fff; font: inherit; font-weight: 600; cursor: pointer }
button.quiet { border-color: var(--line); background: none; color: inherit }
button:focus-visible, a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; font-size: .8rem; white-space: pre-wrap }
footer { margin-top: 1.25rem; color: var(--quiet) }
a { color: inherit }
[hidden] { display: none }
`

/** Runs in the page. The secret lies in the fragment, which no server sees; it leaves in a body, once, after a click. */
const SCRIPT = `
const find = (id) => document.getElementById(id)
const secret = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
const show = (id, text) => {
  for (const one of ['ask', 'working', 'done', 'nothing', 'incomplete', 'failed']) find(one).hidden = one !== id
  if (text) find(id).firstElementChild.textContent = text
}
const again = () => (find('ask').hidden = false)
async function leave() {
  show('working')
  find('working').focus()
  try {
    const response = await fetch('leave', { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret }), credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (response.status === 404) return show('nothing')
    if (!response.ok) throw new Error(response.status)
    const receipt = await response.json()
    const text = JSON.stringify(receipt, null, 2)
    find('receipt').textContent = text
    const done = find('done')
    show('done', done.dataset.text.replace('$1', receipt.deleted_items))
    find('save').onclick = () => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
      link.download = 'shoptrace-receipt.json'
      link.click()
    }
    done.focus()
  } catch {
    show('failed')
    again()
    find('failed').focus()
  }
}
find('leave').onclick = leave
show(/^[A-Za-z0-9_-]{43,256}$/.test(secret) ? 'ask' : 'incomplete')
`

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the page may do: run its own script, wear its own style, call its own origin. */
export const LEAVE_POLICY = `default-src 'none'; script-src ${hashOf(SCRIPT)}; style-src ${hashOf(STYLE)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Where an uninstalled extension leads: says what is left, and has it deleted after one click. */
export function leavePage(study: Study, acceptLanguage: string | undefined): { language: string; html: string } {
  const language = pickLeaveLanguage(acceptLanguage)
  const text = leaveTexts[language] ?? leaveTexts.en
  if (!text) throw new Error('There are no texts.')
  const fill = (sentence: string, value: string) => sentence.replace('$1', () => value)
  const { name, email } = study.contact
  const [before, after] = text.questions.split('$1')
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text.title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>${text.title}</h1>
<section>
<p>${fill(text.gone, study.title)}</p>
<div id="ask" hidden>
<p>${fill(text.still, String(study.retention.collector_days))}</p>
<p><button id="leave" type="button">${text.button}</button></p>
</div>
<div id="working" role="status" tabindex="-1" hidden><p>${text.working}</p></div>
<div id="done" role="status" tabindex="-1" data-text="${text.done}" hidden>
<p></p>
<p>${text.receipt}</p>
<pre id="receipt" tabindex="0"></pre>
<p><button id="save" type="button" class="quiet">${text.save}</button></p>
</div>
<div id="nothing" role="status" tabindex="-1" hidden><p>${text.nothing}</p></div>
<div id="incomplete" hidden><p>${text.incomplete}</p></div>
<div id="failed" role="alert" tabindex="-1" hidden><p>${text.failed}</p></div>
<noscript><p>${text.noscript}</p></noscript>
</section>
<footer><p>${before}${name}, <a href="mailto:${email}">${email}</a>${after}</p></footer>
</main>
<script>${raw(SCRIPT)}</script>
</body>
</html>`
  return { language, html: String(page) }
}
