import { i18n } from '#i18n'
import type { ConsentReceipt, Study } from '../../schemas/index.ts'
import { describeChoice } from './describeChoice.ts'
import { listFacts, listNever, listRecorded } from './describeStudy.ts'
import { offeredChoices } from './offeredChoices.ts'
import type { Chosen, Format } from './types.ts'

export interface ConsentCopyProps {
  study: Study
  /** The study's language in which the text was read, BCP 47. */
  language: string
  /** SHA-256 of that text. */
  sha256: string
  ticked: Chosen
  /** Null where nothing was agreed to yet. */
  agreed: { at: number; participant_id: string } | null
  /** The collector's signed receipt for it, or null where none came yet. */
  receipt: ConsentReceipt | null
  /** When the copy is made, ms since 1970. */
  now: number
  format: Format
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

const section = (title: string, html: string): string => `<h2>${escapeHtml(title)}</h2>\n${html}`
const bullets = (lines: string[]): string =>
  `<ul>\n${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n')}\n</ul>`
const terms = (rows: [term: string, html: string][]): string =>
  `<dl>\n${rows.map(([term, html]) => `<dt>${escapeHtml(term)}</dt><dd>${html}</dd>`).join('\n')}\n</dl>`

const STYLE =
  ':root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .6rem}.text,pre{white-space:pre-line;border-left:4px solid;padding-left:1rem}pre{white-space:pre-wrap;font-size:.85rem}'

function receiptSection(agreed: boolean, receipt: ConsentReceipt | null): string {
  if (!agreed) return ''
  const json = receipt && JSON.stringify(receipt, null, 2)
  return section(
    i18n.t('copy.receipt'),
    json === null
      ? `<p>${escapeHtml(i18n.t('copy.no_receipt'))}</p>`
      : `<p>${escapeHtml(i18n.t('copy.receipt_help'))}</p>\n<pre id="receipt" tabindex="0">${escapeHtml(json)}</pre>`,
  )
}

/** The participant's own copy of what was asked and answered: one HTML file that loads nothing and runs nothing. */
export function consentCopy(props: ConsentCopyProps): string {
  const { study, language, sha256, ticked, agreed, receipt, now, format } = props
  const answer = (yes: boolean) => (yes ? i18n.t('common.yes') : i18n.t('common.no'))
  const title = `${i18n.t('copy.title')}: ${study.title}`
  const said = agreed ? i18n.t('copy.agreed', [format.date(agreed.at)]) : i18n.t('copy.not_agreed', [format.date(now)])
  return `<!doctype html>
<html lang="${escapeHtml(i18n.t('common.language'))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p><strong>${escapeHtml(said)}</strong></p>
${section(
  agreed ? i18n.t('copy.choices') : i18n.t('copy.choices_so_far'),
  terms(
    offeredChoices(study).map((name) => [describeChoice(name, study).label, escapeHtml(answer(ticked[name] ?? false))]),
  ),
)}
${section(
  i18n.t('join.consent'),
  `<div class="text" lang="${escapeHtml(language)}">${escapeHtml(study.consent.text[language] ?? '')}</div>`,
)}
${section(i18n.t('join.records.title'), bullets(listRecorded(study)))}
${section(i18n.t('join.never.title'), bullets(listNever(study)))}
${section(
  i18n.t('join.facts'),
  terms([
    ...listFacts(study, format).map(({ label, lines }): [string, string] => [
      label,
      lines.map(({ text, detail }) => escapeHtml(detail ? `${text} (${detail})` : text)).join('<br>'),
    ]),
    [i18n.t('join.consent'), escapeHtml(i18n.t('join.consent_version', [study.consent.version]))],
    [i18n.t('copy.fingerprint'), `<code>${escapeHtml(sha256)}</code>`],
    ...(agreed
      ? [[i18n.t('withdraw.participant'), `<code>${escapeHtml(agreed.participant_id)}</code>`] as [string, string]]
      : []),
  ]),
)}
${receiptSection(agreed !== null, receipt)}
${agreed ? `<p>${escapeHtml(i18n.t('copy.leave', [i18n.t('withdraw.ask')]))}</p>` : ''}
</main>
</body>
</html>
`
}
