import type { Anonymity } from './anonymity.ts'
import { BLANK_MEANINGS } from './blankMeanings.ts'
import type { PrivacyReport } from './makePrivacyReport.ts'
import { REPORT_STYLE } from './reportStyle.ts'

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
const count = (value: number): string => value.toLocaleString('en-US')
const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`

/** A cell: text, or a number that is set to the right. */
type Cell = string | number

function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return `<p class="none">${escapeHtml(caption)}: none.</p>`
  const numeric = heads.map((_, index) => rows.every((row) => typeof row[index] === 'number'))
  const cell = (value: Cell, index: number): string => {
    const text = typeof value === 'number' ? count(value) : escapeHtml(value)
    // A long name of a field breaks between its parts.
    if (index === 0) return `<th scope="row">${text.replace(/[._](?=\w)/g, '$&<wbr>')}</th>`
    return numeric[index] ? `<td class="number">${text}</td>` : `<td>${text}</td>`
  }
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><caption>${escapeHtml(caption)}</caption>
<thead><tr>${heads.map((head, index) => `<th scope="col"${numeric[index] ? ' class="number"' : ''}>${escapeHtml(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody></table></div>`
}

const KINDS: Record<keyof PrivacyReport['scan']['counts'], string> = {
  rule: 'Slipped by: a rule of the engine finds it now',
  phone: 'Possible telephone number, by the numbering plan of some country',
  name: 'Possible name of a person',
  number: 'Long number',
  at_sign: 'Text about an @',
}

const anonymityTable = (caption: string, rows: readonly Anonymity[]): string =>
  table(
    caption,
    ['Known together', 'People', 'Groups', 'Smallest group (k)', 'Alone', 'In groups under five'],
    rows.map((row) => [row.columns.join(' + '), row.people, row.groups, row.k, row.alone, row.under_five]),
  )

function verdict({ scan, persona, behaviour }: PrivacyReport): string {
  const { rule, ...possible } = scan.counts
  const many = Object.values(possible).reduce((sum, one) => sum + one, 0)
  const lines = [
    rule === 0
      ? 'The engine’s own rules find nothing more in this dataset.'
      : `<strong>${plural(rule, 'text')} slipped by the rules.</strong> Look at the second scan, and export again with this version.`,
    many === 0
      ? 'The stricter scan has nothing to show.'
      : `The stricter scan shows ${plural(many, 'place')} that a person should look at.`,
    persona[0]
      ? `By ${persona[0].columns.length === 1 ? 'the question' : 'all questions'} that the study marks as quasi-identifiers, ${plural(persona[0].alone, 'participant')} of ${count(persona[0].people)} ${persona[0].alone === 1 ? 'is' : 'are'} alone with the answers.`
      : 'The dataset has no answers that the study marks as quasi-identifiers.',
    behaviour[0]
      ? `By the shops and days alone, ${plural(behaviour.at(-1)?.alone ?? 0, 'participant')} of ${count(behaviour[0].people)} can be told from all others.`
      : 'The dataset has no steps.',
  ]
  return `<ul class="verdict">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`
}

/** The report as one HTML page: no script, no outside file; for screens, dark ones too, and for paper. */
export function renderPrivacyReport(
  report: PrivacyReport,
  { title, dataset }: { title: string; dataset: string },
): string {
  const { fields, blanks, scan, persona, behaviour, visits } = report
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Privacy report: ${escapeHtml(title)}</title><style>${REPORT_STYLE}</style></head>
<body><main>
<h1>Privacy report</h1>
<p class="lead">${escapeHtml(title)}. ${plural(report.participants, 'participant')}; ${report.rows.map(({ file, rows }) => `${count(rows)} in <code>${escapeHtml(file)}</code>`).join(', ')}. Made from <code>${escapeHtml(dataset)}</code>.</p>
<h2 id="short">In short</h2>${verdict(report)}
<nav aria-label="Sections"><ul><li><a href="#collected">What was collected</a></li><li><a href="#scrubbed">What was blanked</a></li><li><a href="#slipped">What may have slipped by</a></li><li><a href="#hiding">How well participants hide</a></li></ul></nav>
<h2 id="collected">What was collected</h2>
<p>Every field of every file, with what its values are like. No value is shown but those of closed lists, such as a page’s type; lengths are told in four steps. PRIVACY.md says what each field is for.</p>
${table(
  'Fields',
  ['Field', 'Values', 'What they are like (how often)'],
  fields.map(({ field, values, shapes }) => [
    field,
    values,
    shapes.map(({ shape, count: times }) => `${shape} (${count(times)})`).join('; '),
  ]),
)}
<h2 id="scrubbed">What was blanked</h2>
<p>Each blank in the data names the rule that made it. A page that several rows share is counted once.</p>
${table(
  'Blanks by rule',
  ['Blank', 'Stands for', 'How often', 'Where most'],
  blanks.map(({ blank, count: times, fields: where }) => [
    `[${blank}]`,
    BLANK_MEANINGS[blank] ?? '',
    times,
    where
      .slice(0, 3)
      .map(({ field, count: here }) => `${field} (${count(here)})`)
      .join('; '),
  ]),
)}
<h2 id="slipped">What may have slipped by</h2>
<p>${plural(scan.texts, 'text')} were looked at again, more strictly than the engine does: its own rules once more, the telephone numbering plans of all countries, common first names, long numbers, at signs. All but the first kind are only possible: shops print their own numbers, and brands are called like people. What was found is shown by its shape, <code>x</code> for letters and <code>9</code> for digits; the line and the item say where to look.</p>
${table(
  'Finds by kind',
  ['Kind', 'How many'],
  Object.entries(KINDS).map(([kind, words]) => [words, scan.counts[kind as keyof typeof KINDS]]),
)}
${table(
  'Finds to look at',
  ['Where', 'Field', 'Kind', 'Why', 'What it looks like', 'Item'],
  scan.finds.map(({ file, line, field, kind, why, snippet, item }) => [
    `${file} line ${line}`,
    field,
    kind,
    why,
    snippet,
    item.slice(0, 36),
  ]),
)}
<h2 id="hiding">How well participants hide</h2>
<p>Somebody who knows a participant may know some of this about them, and find the rest of their data by it. In a group of k people with the same values nobody can be told from the other k − 1. Groups under five are small; people who are alone can be found.</p>
${anonymityTable('By answers that the study marks as quasi-identifiers', persona)}
${anonymityTable('By where and when they shopped', behaviour)}
<p>Of ${plural(visits.pairs, 'pair')} of a shop and a day, ${count(visits.alone)} ${visits.alone === 1 ? 'is' : 'are'} of one participant alone: to know that somebody shopped there that day is to find them.</p>
</main></body></html>
`
}
